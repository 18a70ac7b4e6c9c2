package io.sockettwin.agent.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of energy records. A torn record at its end is overwritten by the next one.
final class EnergyFile implements AutoCloseable {

  private final FileChannel channel;
  private EnergyRecord newest;
  private long records;

  private EnergyFile(FileChannel channel, EnergyRecord newest, long records) {
    this.channel = channel;
    this.newest = newest;
    this.records = records;
  }

  static EnergyFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, path);
      EnergyRecord newest = EnergyRecord.NONE;
      long records = 0;
      long usable = 0;
      byte[] record = new byte[EnergyRecord.LENGTH];
      // Through the locked channel: closing a second one would undo the lock (fcntl on POSIX).
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      while (in.readNBytes(record, 0, record.length) == record.length) {
        records++;
        EnergyRecord read = EnergyRecord.parse(record).orElse(EnergyRecord.NONE);
        if (read.sequence() > 0) {
          usable = records;
        }
        newest = read.sequence() > newest.sequence() ? read : newest;
      }
      return new EnergyFile(channel, newest, usable);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Two agents appending to one file would each hide the other's totals.
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

  EnergyRecord newest() {
    return newest;
  }

  long records() {
    return records;
  }

  void append(EnergyRecord record) throws IOException {
    ByteBuffer bytes = record.bytes();
    long at = records * EnergyRecord.LENGTH;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(false);
    records++;
    newest = record;
  }

  void clear() throws IOException {
    channel.truncate(0);
    records = 0;
    newest = EnergyRecord.NONE;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
