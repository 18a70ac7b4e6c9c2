package io.sockettwin.agent.store;

import io.sockettwin.socket.Memory;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Kept things as the payloads of records.
final class KeptCodec {

  static final int ENERGY = 1;
  static final int MEMORY = 2;

  private KeptCodec() {}

  static int kind(Kept kept) {
    return switch (kept) {
      case Kept.Energy energy -> ENERGY;
      case Kept.Remembered remembered -> MEMORY;
    };
  }

  static byte[] payload(Kept kept) {
    return switch (kept) {
      case Kept.Energy(long milliwattHours) ->
          ByteBuffer.allocate(Long.BYTES).putLong(milliwattHours).array();
      case Kept.Remembered(Memory memory) -> MemoryCodec.encode(memory);
    };
  }

  /// The total of a payload; nothing if it is none.
  static Optional<Long> energy(byte[] payload) {
    if (payload.length != Long.BYTES) {
      return Optional.empty();
    }
    long milliwattHours = ByteBuffer.wrap(payload).getLong();
    return milliwattHours < 0 ? Optional.empty() : Optional.of(milliwattHours);
  }
}
