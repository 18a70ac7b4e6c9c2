package io.sockettwin.service.push.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Leaves a channel alone that fails again and again, and tries it with a single message after a
/// while. Messages that wait meanwhile lose no attempt.
///
/// @param failures one after the other
/// @param openUntil until when nothing is sent
record Breaker(int failures, Instant openUntil) {
  static final Breaker CLOSED = new Breaker(0, Instant.MIN);

  /// Failures after which it opens.
  static final int OPENS_AT = 5;

  static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  static final Duration LAST_PAUSE = Duration.ofMinutes(5);

  /// How many of the messages that could be sent may be.
  int room(int free, int inHand, Instant now) {
    if (openUntil.isAfter(now)) {
      return 0;
    }
    if (failures < OPENS_AT) {
      return free;
    }
    return inHand == 0 ? Math.min(1, free) : 0;
  }

  boolean isOpen(Instant now) {
    return openUntil.isAfter(now);
  }

  /// After one more failure.
  ///
  /// @param asked how long the channel itself wants to be left alone
  Breaker failed(Instant now, @Nullable Duration asked) {
    int count = failures + 1;
    Duration pause = count < OPENS_AT ? Duration.ZERO : pause(count - OPENS_AT);
    Duration longer = asked == null || asked.compareTo(pause) < 0 ? pause : asked;
    Instant until = now.plus(longer);
    return new Breaker(count, until.isAfter(openUntil) ? until : openUntil);
  }

  private static Duration pause(int doublings) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, 10));
    return pause.compareTo(LAST_PAUSE) < 0 ? pause : LAST_PAUSE;
  }
}
