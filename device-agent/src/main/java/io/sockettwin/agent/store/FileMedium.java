package io.sockettwin.agent.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of one process. It gets its full length at once, so that later writes touch its data
/// alone: a growing file would cost a journal entry of the file system with each record.
final class FileMedium implements Medium {

  private final FileChannel channel;
  private final int size;

  private FileMedium(FileChannel channel, int size) {
    this.channel = channel;
    this.size = size;
  }

  static FileMedium open(Path path, int size) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, path);
      int there = (int) Math.min(size, channel.size());
      FileMedium medium = new FileMedium(channel, size);
      if (there < size) {
        medium.put(there, new byte[size - there]);
        channel.force(true);
      }
      return medium;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Two agents writing to one file would each hide what the other keeps.
  private static void lock(FileChannel channel, Path path) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // The other agent is in this very process.
    }
    throw new IOException("another agent uses " + path);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public byte[] read() throws IOException {
    // Through the locked channel: closing a second one would undo the lock (fcntl on POSIX).
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
    return bytes.array();
  }

  @Override
  public void write(int at, byte[] bytes) throws IOException {
    put(at, bytes);
    channel.force(false);
  }

  private void put(int at, byte[] bytes) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    while (from.hasRemaining()) {
      channel.write(from, (long) at + from.position());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
