package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// The energy total, and how much of it would survive a loss of power.
///
/// Counted in nanowatt-hours, so that neither rounding nor carry is ever lost to sight.
record Energy(long nanowattHours, long storedNanowattHours, Instant storedAt) {

  static final long NANO_PER_MILLI = 1_000_000;

  /// The user manual: the total starts again from zero at 10 000 kWh.
  static final long ROLL_OVER_NANOWATT_HOURS = 10_000L * 1_000 * 1_000 * NANO_PER_MILLI;

  /// With the power goes at most 1 Wh, or what was used in 60 s. Storing begins sooner: at the trip
  /// current, 0.2 Wh are one frame more and half a second for the write itself.
  static final long UNSTORED_NANOWATT_HOURS = 800 * NANO_PER_MILLI;

  static final Duration UNSTORED_TIME = Duration.ofSeconds(50);

  /// What a socket drawing 16 A all the time would need some 280 years for; nothing is counted
  /// beyond it.
  static final long LIMIT_NANOWATT_HOURS = Long.MAX_VALUE / 2;

  static Energy retained(long milliwattHours, boolean rollsOver, Instant now) {
    long bounded = Math.min(milliwattHours, LIMIT_NANOWATT_HOURS / NANO_PER_MILLI);
    long total = bounded * NANO_PER_MILLI % limit(rollsOver);
    return new Energy(total, total, now);
  }

  Energy plus(long moreNanowattHours, boolean rollsOver) {
    long total = (nanowattHours + moreNanowattHours) % limit(rollsOver);
    return new Energy(total, storedNanowattHours, storedAt);
  }

  private static long limit(boolean rollsOver) {
    return rollsOver ? ROLL_OVER_NANOWATT_HOURS : LIMIT_NANOWATT_HOURS;
  }

  Energy stored(Instant now) {
    return new Energy(nanowattHours, nanowattHours, now);
  }

  boolean unstored() {
    return milliwattHours() != storedNanowattHours / NANO_PER_MILLI;
  }

  boolean dueForStoring(Instant now) {
    boolean rolledOver = nanowattHours < storedNanowattHours;
    return rolledOver
        || nanowattHours - storedNanowattHours >= UNSTORED_NANOWATT_HOURS
        || (unstored() && !now.isBefore(storedAt.plus(UNSTORED_TIME)));
  }

  long milliwattHours() {
    return nanowattHours / NANO_PER_MILLI;
  }

  Energy shifted(Duration by) {
    return new Energy(nanowattHours, storedNanowattHours, storedAt.plus(by));
  }
}
