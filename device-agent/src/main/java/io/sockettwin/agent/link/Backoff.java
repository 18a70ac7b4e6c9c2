package io.sockettwin.agent.link;

import java.time.Duration;

/// How long to wait before the next attempt: doubling, bounded, and scattered so that a fleet does
/// not come back in one instant.
final class Backoff {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);
  static final Duration FIRST_WHEN_REFUSED = Duration.ofSeconds(30);
  static final Duration LONGEST_WHEN_REFUSED = Duration.ofMinutes(10);

  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  /// The delay after so many failures in a row.
  ///
  /// @param jitter from 0 to 1: the delay is between half and all of what the failures ask for
  static Duration delay(Loss loss, int failures, double jitter) {
    Duration first = loss.needsAPerson() ? FIRST_WHEN_REFUSED : FIRST;
    Duration longest = loss.needsAPerson() ? LONGEST_WHEN_REFUSED : LONGEST;
    long wanted = first.toMillis() << Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
    long most = Math.min(longest.toMillis(), wanted);
    return Duration.ofMillis(Math.round(most * (0.5 + jitter / 2)));
  }
}
