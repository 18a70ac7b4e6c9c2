package io.sockettwin.service.trace;

import io.sockettwin.service.trace.Traced.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How many of a device's messages are kept within a minute.
///
/// @param spent in the minute that began at `since`
/// @param leftOut of them, the last minute's included until they are told
record Allowance(Instant since, int spent, int leftOut, boolean isGranted) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static final Allowance NONE = new Allowance(Instant.EPOCH, 0, 0, true);

  /// With one message more.
  Allowance spent(Instant at, int perMinute) {
    if (!at.isBefore(since.plus(MINUTE))) {
      return new Allowance(at, 1, leftOut, true);
    }
    return spent < perMinute
        ? new Allowance(since, spent + 1, 0, true)
        : new Allowance(since, spent, leftOut + 1, false);
  }

  /// A line that tells of those left out, once the log goes on.
  Optional<Traced> gap(Instant at) {
    return isGranted && leftOut > 0
        ? Optional.of(
            new Traced(
                at,
                Direction.SESSION,
                "",
                "left-out",
                leftOut + " messages, more than are kept within a minute",
                0,
                null,
                null,
                null,
                null))
        : Optional.empty();
  }
}
