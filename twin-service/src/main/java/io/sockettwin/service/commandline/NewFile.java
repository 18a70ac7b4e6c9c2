package io.sockettwin.service.commandline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that comes to be as a whole or not at all, and never in the place of another. Only its
/// owner can read it.
record NewFile(Path path) {
  /// Fills the file, which is there already, empty.
  @FunctionalInterface
  interface Writer<T, E extends Exception> {
    T write(Path file) throws IOException, E;
  }

  <T, E extends Exception> T write(Writer<T, E> writer) throws IOException, E {
    if (Files.exists(path)) {
      throw exists();
    }
    Path folder = path.resolveSibling("").toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new CommandFailed("There is no folder " + folder + ".");
    }
    // Only its owner can read a file created so.
    Path part = Files.createTempFile(folder, path.getFileName().toString(), ".part");
    try {
      T written = writer.write(part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } catch (FileAlreadyExistsException e) {
      throw exists();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private CommandFailed exists() {
    return new CommandFailed(path + " exists already.");
  }
}
