package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// A switch that will happen by itself.
///
/// The target is fixed when it is set: what happens in between cannot turn an off into an on.
record Countdown(Instant deadline, boolean targetOn) {

  static final int MAX_SECONDS = 86_400;

  /// Seconds left, rounded up, so that it shows zero only when it is over.
  int remainingSeconds(Instant now) {
    Duration left = Duration.between(now, deadline);
    return left.isNegative() ? 0 : (int) left.plusNanos(999_999_999).toSeconds();
  }

  Countdown shifted(Duration by) {
    return new Countdown(deadline.plus(by), targetOn);
  }
}
