package io.sockettwin.service.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The data folder, held by this process alone from opening to closing.
public final class DataFolder implements AutoCloseable {
  /// A fresh database with its write-ahead log takes about 150 MB, its unpacked server 60 MB.
  static final long MIN_FREE_BYTES = 512L << 20;

  private static final String KEY = "sockettwin.data.folder";

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Creates the folder if need be and takes hold of it.
  public static DataFolder open(Path folder) {
    return openUnlessHeld(folder)
        .orElseThrow(() ->
            new StartupRefused(
                "Another SocketTwin already uses the data folder %s: stop it or choose another with %s."
                    .formatted(folder.toAbsolutePath().normalize(), KEY)));
  }

  /// The same; empty when another process holds it.
  public static Optional<DataFolder> openUnlessHeld(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (Files.isRegularFile(path)) {
      throw new StartupRefused(
          "The data folder " + path + " is a file: choose another with " + KEY + ".");
    }
    try {
      Files.createDirectories(path);
      requireSpace(path, Files.getFileStore(path).getUsableSpace());
      return lock(path).map(lock -> new DataFolder(path, lock));
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new StartupRefused(
          "The data folder "
              + path
              + " is not writable ("
              + reason
              + "): choose another with "
              + KEY
              + ".");
    } catch (IOException e) {
      throw new StartupRefused(
          "The data folder " + path + " cannot be used: " + e.getMessage() + ".");
    }
  }

  static void requireSpace(Path path, long usableBytes) {
    if (usableBytes < MIN_FREE_BYTES) {
      throw new StartupRefused(
          "The data folder %s has %d MB free and needs %d MB: free some space or choose another with %s."
              .formatted(path, usableBytes >> 20, MIN_FREE_BYTES >> 20, KEY));
    }
  }

  private static Optional<FileChannel> lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this process: for the operator the same thing.
    }
    channel.close();
    return Optional.empty();
  }

  public Path path() {
    return path;
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
