package io.sockettwin.service.energy;

import java.time.Duration;
import java.time.Instant;

/// What was used in a quarter of an hour: as fine as tariffs and time zones are.
record Quarter(Instant start, long milliwattHours) {
  static final Duration LENGTH = Duration.ofMinutes(15);

  /// The start of the quarter that holds this moment.
  static Instant startOf(Instant at) {
    long seconds = LENGTH.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }
}
