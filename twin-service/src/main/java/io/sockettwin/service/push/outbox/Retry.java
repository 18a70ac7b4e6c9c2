package io.sockettwin.service.push.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long a message waits for its next attempt: doubling up to a limit, of which a random half,
/// so that those which failed together do not come back together.
final class Retry {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LAST = Duration.ofMinutes(10);

  private Retry() {}

  /// The wait after a failed attempt.
  ///
  /// @param attempts so far, one at least
  /// @param asked how long the channel wants to be left alone, if it says
  static Duration wait(int attempts, @Nullable Duration asked, RandomGenerator random) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
    Duration limited = doubled.compareTo(LAST) < 0 ? doubled : LAST;
    long half = limited.toMillis() / 2;
    Duration jittered = Duration.ofMillis(half + random.nextLong(half + 1));
    return asked == null || asked.compareTo(jittered) < 0 ? jittered : asked;
  }
}
