package io.sockettwin.agent.credentials;

import io.sockettwin.agent.credentials.IdentityList.Choice;
import io.sockettwin.agent.link.ServiceAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// What the socket was paired with, kept over restarts: the line of the production list with the
/// service's address as a fourth column. Only its owner may read it.
public final class PairedFile {

  private static final String NAME = "paired";

  /// A line has four short columns; whatever is longer is not ours.
  private static final long MAX_BYTES = 4_096;

  /// Elsewhere files belong to their owner by inheritance, and folders cannot be synchronized.
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path path;

  /// The file in an agent's data folder.
  public PairedFile(Path data) {
    this.path = data.resolve(NAME);
  }

  public Path path() {
    return path;
  }

  public boolean exists() {
    return Files.exists(path);
  }

  /// What was stored last; empty if nothing was.
  ///
  /// @throws IOException if there is a file that cannot be read, or holds something else
  public Optional<Account> load() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    String text = Files.size(path) > MAX_BYTES ? "" : Files.readString(path);
    String[] columns = text.strip().split("\\s+", -1);
    Optional<ServiceAddress> service =
        columns.length < 4 ? Optional.empty() : ServiceAddress.parse(columns[3]);
    if (IdentityList.choose(text, null) instanceof Choice.Found(Identity identity)
        && service.isPresent()) {
      return Optional.of(new Account(identity, service.get()));
    }
    throw new IOException(path + " is not what a pairing stored; remove it to pair again");
  }

  /// Stores in the place of what was there: after a crash it is the old one or the new one.
  public void store(Account account) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path fresh = path.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      ByteBuffer line = ByteBuffer.wrap(line(account).getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder();
  }

  /// Forgets it, as a factory reset does.
  public void erase() throws IOException {
    if (Files.deleteIfExists(path)) {
      syncFolder();
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private void syncFolder() throws IOException {
    if (!POSIX) {
      return;
    }
    // The name is safe only once the folder is on the disk too.
    try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  private static String line(Account account) {
    Identity identity = account.identity();
    return String.join(
        " ",
        identity.device().productId(),
        identity.device().deviceName(),
        identity.secret().base64(),
        account.service() + "\n");
  }
}
