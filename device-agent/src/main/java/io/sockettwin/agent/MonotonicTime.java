package io.sockettwin.agent;

import java.time.Instant;
import java.time.InstantSource;

/// Wall-clock time as it was at the start, moved on by a clock nobody sets: it never jumps.
final class MonotonicTime implements InstantSource {

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
