package io.sockettwin.service.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/// A small file that only the service's user may read.
public record SecretFile(Path path) {
  public Optional<String> read() {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /// The content, which is made and kept when there is none yet.
  public String readOrCreate(Supplier<String> content) {
    return read()
        .orElseGet(() -> {
          String created = content.get();
          write(created);
          return created;
        });
  }

  /// Replaces the file at once: after a crash it is the old or the new one, never a part.
  public void write(String content) {
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished, ownerOnly());
      Files.writeString(unfinished, content + "\n");
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  /// Windows has no such permissions; there the folder's own protect the file.
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
