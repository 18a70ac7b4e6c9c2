package io.sockettwin.service.access.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts wrong keys by address and minute, so that nobody can try many.
final class WrongKeys {
  static final Duration WINDOW = Duration.ofMinutes(1);

  /// When more addresses misbehave at once, the one heard of longest ago is forgotten.
  static final int MAX_ADDRESSES = 10_000;

  private record Count(Instant since, int wrong) {}

  private final int limit;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  WrongKeys(int limit) {
    this.limit = limit;
  }

  synchronized boolean tooMany(String address, Instant now) {
    Count count = counts.get(address);
    return count != null && !over(count, now) && count.wrong() >= limit;
  }

  synchronized void note(String address, Instant now) {
    Count count = counts.get(address);
    counts.put(
        address,
        count == null || over(count, now)
            ? new Count(now, 1)
            : new Count(count.since(), count.wrong() + 1));
  }

  /// One that was counted before it turned out to be right.
  synchronized void takeBack(String address) {
    counts.computeIfPresent(
        address, (_, count) -> new Count(count.since(), Math.max(0, count.wrong() - 1)));
  }

  private static boolean over(Count count, Instant now) {
    return !now.isBefore(count.since().plus(WINDOW));
  }
}
