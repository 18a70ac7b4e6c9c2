package io.sockettwin.service.access.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes whoever guesses a user's password wait, twice as long each time. It counts names whether
/// or not there are such users, so that the answer does not tell.
final class WrongPasswords {
  /// Wrong ones in a row that cost nothing but a look at the keyboard.
  static final int FREE = 4;

  static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  /// Whoever wants to lock somebody out has to go on trying; who is signed in stays so.
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /// When more names are tried, the one heard of longest ago is forgotten.
  static final int MAX_NAMES = 10_000;

  private record Count(int wrong, Instant openAt) {}

  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MAX_NAMES;
        }
      };

  /// How long this name is not listened to; zero if it is.
  synchronized Duration wait(String name, Instant now) {
    Count count = counts.get(name);
    return count == null || !now.isBefore(count.openAt())
        ? Duration.ZERO
        : Duration.between(now, count.openAt());
  }

  synchronized void wrong(String name, Instant now) {
    Count before = counts.get(name);
    int wrong = before == null ? 1 : before.wrong() + 1;
    counts.put(name, new Count(wrong, now.plus(wait(wrong))));
  }

  synchronized void right(String name) {
    counts.remove(name);
  }

  private static Duration wait(int wrong) {
    if (wrong <= FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(wrong - FREE - 1, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
