package io.sockettwin.agent.store;

import io.sockettwin.socket.Memory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What a socket remembers besides its energy, in a file that is replaced as a whole: whatever a
/// loss of power interrupts, either the old memory is there or the new one.
///
/// Owned by one thread, and guarded by the lock of the energy store beside it.
public final class MemoryFile {

  private final Path file;
  private final Path draft;

  private MemoryFile(Path folder) {
    file = folder.resolve("memory.bin");
    draft = folder.resolve("memory.new");
  }

  public static MemoryFile in(Path folder) {
    return new MemoryFile(folder);
  }

  /// What was stored last; nothing if nothing was, or if it cannot be understood.
  public Optional<Memory> load() throws IOException {
    return Files.exists(file) ? MemoryRecord.parse(Files.readAllBytes(file)) : Optional.empty();
  }

  /// Stores a memory; it is on the disk when this returns.
  public void store(Memory memory) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(MemoryRecord.bytes(memory));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // The new name must be on the disk too.
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }
}
