package io.sockettwin.service.broker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: doubling from attempt to attempt up to a limit, of
/// which a random half, so that replicas do not come all at once.
final class Backoff {
  private final Duration first;
  private final Duration last;
  private final RandomGenerator random;
  private Duration next;

  Backoff(Duration first, Duration last, RandomGenerator random) {
    this.first = first;
    this.last = last;
    this.random = random;
    this.next = first;
  }

  synchronized void succeeded() {
    next = first;
  }

  synchronized Duration nextDelay() {
    Duration delay = next;
    Duration doubled = delay.multipliedBy(2);
    next = doubled.compareTo(last) < 0 ? doubled : last;
    long half = delay.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
