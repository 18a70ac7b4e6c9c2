package io.sockettwin.agent.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One record: "ST", kind (1 byte), length of the payload (2), sequence (8), payload, CRC-32C of
/// all before it (4), big-endian. An empty payload says that nothing of this kind is kept any more.
///
/// Arrays in a record are compared by identity; nobody compares records.
@SuppressWarnings("ArrayRecordComponent")
record StoredRecord(int kind, long sequence, byte[] payload) {

  static final int OVERHEAD = 17;

  private static final short MAGIC = 0x5354;
  private static final int HEADER = OVERHEAD - Integer.BYTES;

  int length() {
    return OVERHEAD + payload.length;
  }

  byte[] bytes() {
    ByteBuffer to = ByteBuffer.allocate(length());
    to.putShort(MAGIC).put((byte) kind).putShort((short) payload.length);
    to.putLong(sequence).put(payload);
    to.putInt(checksum(to.array(), 0, HEADER + payload.length));
    return to.array();
  }

  /// The whole record that starts here, if one does.
  static Optional<StoredRecord> at(int start, byte[] bytes) {
    // Nearly every place is none: the first byte alone tells.
    if (bytes.length - start < OVERHEAD || bytes[start] != MAGIC >> Byte.SIZE) {
      return Optional.empty();
    }
    ByteBuffer from = ByteBuffer.wrap(bytes, start, bytes.length - start);
    if (from.getShort() != MAGIC) {
      return Optional.empty();
    }
    int kind = from.get() & 0xFF;
    int length = from.getShort() & 0xFFFF;
    long sequence = from.getLong();
    if (from.remaining() < length + Integer.BYTES || sequence <= 0) {
      return Optional.empty();
    }
    byte[] payload = new byte[length];
    from.get(payload);
    return from.getInt() == checksum(bytes, start, HEADER + length)
        ? Optional.of(new StoredRecord(kind, sequence, payload))
        : Optional.empty();
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
