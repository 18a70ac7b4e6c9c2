package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A switch that will happen by itself.
///
/// The target is fixed when it is set: what happens in between cannot turn an off into an on.
///
/// @param endsAt when it is over, in the socket's own time
/// @param latest when it is over at the latest, whatever a clock that lost time makes of its end
/// @param seconds what it was set to
/// @param resumed whether it was set before the power went, so that it follows the time of day
record Countdown(Instant endsAt, Instant latest, int seconds, boolean targetOn, boolean resumed) {

  static final int MAX_SECONDS = 86_400;

  static Countdown started(int seconds, boolean targetOn, Instant now) {
    Instant end = now.plusSeconds(seconds);
    return new Countdown(end, end, seconds, targetOn, false);
  }

  /// Goes on after the power was gone; null if there is none.
  ///
  /// @param now the socket's own time, which at power-up is the time of day as far as it is known
  static @Nullable Countdown resumed(@Nullable KeptCountdown kept, Instant now) {
    return kept == null
        ? null
        : new Countdown(
            kept.endsAt(), now.plusSeconds(kept.seconds()), kept.seconds(), kept.targetOn(), true);
  }

  /// As it is kept.
  ///
  /// @param ahead how far the time of day is ahead of the socket's own time
  KeptCountdown kept(Duration ahead) {
    return new KeptCountdown(endsAt.plus(ahead), seconds, targetOn);
  }

  Instant deadline() {
    return endsAt.isAfter(latest) ? latest : endsAt;
  }

  /// Seconds left, rounded up, so that it shows zero only when it is over.
  int remainingSeconds(Instant now) {
    Duration left = Duration.between(now, deadline());
    return left.isNegative() ? 0 : (int) left.plusNanos(999_999_999).toSeconds();
  }

  boolean isOver(Instant now) {
    return !now.isBefore(deadline());
  }

  /// Late by so much that nobody expects it any more: a switch-on is then left out, while an off is
  /// always made good.
  boolean isMissed(Instant now) {
    return targetOn && now.isAfter(deadline().plus(Timetable.GRACE));
  }

  /// The time of day turned out to be another.
  Countdown clockMoved(Duration by) {
    return new Countdown(endsAt.minus(by), latest, seconds, targetOn, resumed);
  }

  Countdown shifted(Duration by) {
    return new Countdown(endsAt.plus(by), latest.plus(by), seconds, targetOn, resumed);
  }
}
