package io.sockettwin.agent.store;

import java.util.Arrays;

/// A medium whose power can be cut before any byte it writes.
final class MemoryMedium implements Medium {

  /// The power is gone.
  static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Counts bytes down over all media that share it.
  static final class Power {
    private long bytesLeft;
    private long written;

    Power(long bytesLeft) {
      this.bytesLeft = bytesLeft;
    }

    long written() {
      return written;
    }
  }

  private final byte[] bytes;
  private final Power power;

  MemoryMedium(int size) {
    this(new byte[size], new Power(Long.MAX_VALUE));
  }

  MemoryMedium(byte[] bytes, Power power) {
    this.bytes = bytes;
    this.power = power;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public int size() {
    return bytes.length;
  }

  @Override
  public byte[] read() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  @Override
  public void write(int at, byte[] more) {
    for (int i = 0; i < more.length; i++) {
      if (power.bytesLeft == 0) {
        throw new PowerCut();
      }
      power.bytesLeft--;
      power.written++;
      bytes[at + i] = more[i];
    }
  }

  @Override
  public void close() {}
}
