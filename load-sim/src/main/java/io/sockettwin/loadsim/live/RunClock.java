package io.sockettwin.loadsim.live;

import java.time.Instant;

/// The time of a run: nanoseconds since it began, by a clock that nobody sets.
final class RunClock {

  private final long base = System.nanoTime();
  private final Instant start = Instant.now();

  long nanos() {
    return System.nanoTime() - base;
  }

  Instant start() {
    return start;
  }
}
