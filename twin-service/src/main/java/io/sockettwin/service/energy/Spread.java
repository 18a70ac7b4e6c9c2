package io.sockettwin.service.energy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Lays a gain evenly over the quarters it was used in: of a device that was away nobody knows
/// better.
final class Spread {
  /// A month; of a longer absence the last month takes it all.
  static final Duration LONGEST = Duration.ofDays(31);

  private Spread() {}

  /// What falls into each quarter, in order; together exactly the gain.
  static List<Quarter> over(Gain gain) {
    Instant from = gain.from();
    if (Duration.between(from, gain.to()).compareTo(LONGEST) > 0) {
      from = gain.to().minus(LONGEST);
    }
    List<Quarter> quarters = new ArrayList<>();
    long total = Math.max(1, Duration.between(from, gain.to()).toMillis());
    long given = 0;
    for (Instant start = Quarter.startOf(from);
        !start.isAfter(gain.to());
        start = start.plus(Quarter.LENGTH)) {
      Instant end = start.plus(Quarter.LENGTH);
      boolean lastOne = !end.isBefore(gain.to());
      long until = Duration.between(from, end).toMillis();
      long due = lastOne ? gain.milliwattHours() : share(gain.milliwattHours(), until, total);
      if (due > given) {
        quarters.add(new Quarter(start, due - given));
        given = due;
      }
      if (lastOne) {
        break;
      }
    }
    return quarters;
  }

  private static long share(long milliwattHours, long part, long whole) {
    return Math.round((double) milliwattHours * part / whole);
  }
}
