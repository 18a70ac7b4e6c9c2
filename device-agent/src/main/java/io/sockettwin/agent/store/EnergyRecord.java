package io.sockettwin.agent.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One stored total: sequence (8 bytes), milliwatt-hours (8), CRC-32C of both (4), big-endian.
record EnergyRecord(long sequence, long milliwattHours) {

  static final int LENGTH = 20;

  /// What a store holds before its first record, whose sequence is 1.
  static final EnergyRecord NONE = new EnergyRecord(0, 0);

  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(sequence).putLong(milliwattHours);
    return bytes.putInt(checksum(bytes.array())).flip();
  }

  static Optional<EnergyRecord> parse(byte[] record) {
    ByteBuffer bytes = ByteBuffer.wrap(record);
    EnergyRecord read = new EnergyRecord(bytes.getLong(), bytes.getLong());
    boolean whole = bytes.getInt() == checksum(record);
    // Zeroed blocks, which a file system may leave behind, have a wrong checksum too.
    return whole && read.sequence > 0 && read.milliwattHours >= 0
        ? Optional.of(read)
        : Optional.empty();
  }

  private static int checksum(byte[] record) {
    CRC32C crc = new CRC32C();
    crc.update(record, 0, LENGTH - Integer.BYTES);
    return (int) crc.getValue();
  }
}
