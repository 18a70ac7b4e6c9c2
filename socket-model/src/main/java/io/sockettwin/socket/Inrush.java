package io.sockettwin.socket;

import java.time.Duration;

/// How much more than the trip point a starting motor may draw, and for how long.
///
/// @param tolerance how long the current may be above the trip point; zero for not at all
/// @param ceilingMilliamps above this the relay opens at once
public record Inrush(Duration tolerance, int ceilingMilliamps) {

  /// Readings expire after three seconds; a tolerated overload must be over well before.
  static final Duration MAX_TOLERANCE = Duration.ofSeconds(2);

  public static final Inrush NONE = new Inrush(Duration.ZERO, 0);

  public Inrush {
    if (tolerance.isNegative() || tolerance.compareTo(MAX_TOLERANCE) > 0) {
      throw new IllegalArgumentException("tolerance out of 0.." + MAX_TOLERANCE + ": " + tolerance);
    }
  }
}
