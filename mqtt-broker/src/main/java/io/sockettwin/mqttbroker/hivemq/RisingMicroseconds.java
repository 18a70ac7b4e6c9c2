package io.sockettwin.mqttbroker.hivemq;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Numbers that only rise, over restarts of the broker too: microseconds since 1970, or one more
/// than the last when that is not enough.
final class RisingMicroseconds {

  private static final long MICROSECONDS_PER_MILLISECOND = 1000;

  private final AtomicLong last = new AtomicLong();
  private final LongSupplier epochMilliseconds;

  RisingMicroseconds(LongSupplier epochMilliseconds) {
    this.epochMilliseconds = epochMilliseconds;
  }

  long next() {
    long now = epochMilliseconds.getAsLong() * MICROSECONDS_PER_MILLISECOND;
    return last.updateAndGet(previous -> Math.max(previous + 1, now));
  }
}
