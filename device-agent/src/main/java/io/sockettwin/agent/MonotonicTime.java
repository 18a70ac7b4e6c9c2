package io.sockettwin.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Wall-clock time as it was at the start, moved on by a clock nobody sets: it never jumps.
final class MonotonicTime implements InstantSource {

  /// Smaller differences are the clock being trimmed, not being set.
  private static final Duration TRIMMING = Duration.ofSeconds(5);

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  /// How far the wall clock has been set since the start, in whole seconds: a Raspberry Pi learns
  /// the time only once it has a network.
  Duration correction() {
    Duration set = Duration.between(instant(), Instant.now()).truncatedTo(ChronoUnit.SECONDS);
    return set.abs().compareTo(TRIMMING) < 0 ? Duration.ZERO : set;
  }
}
