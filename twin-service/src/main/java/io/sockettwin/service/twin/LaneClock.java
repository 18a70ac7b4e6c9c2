package io.sockettwin.service.twin;

import java.time.Duration;
import java.time.Instant;

/// The time a lane lives in. While it works off what has waited at the broker, that is the time of
/// the messages: a device must not count as silent because its reports are still in the queue.
///
/// Not for several threads.
final class LaneClock {
  /// How long the lateness of the last message counts. Later the lane is idle, hence up to date.
  private static final Duration MEMORY = Duration.ofSeconds(2);

  private Instant heardAt = Instant.EPOCH;
  private Duration lateness = Duration.ZERO;

  /// A message of the past was taken up.
  void heard(Instant receivedAt, Instant now) {
    heardAt = now;
    Duration late = Duration.between(receivedAt, now);
    lateness = late.isNegative() ? Duration.ZERO : late;
  }

  Instant at(Instant now) {
    return now.isAfter(heardAt.plus(MEMORY)) ? now : now.minus(lateness);
  }
}
