package io.sockettwin.timer;

import java.time.LocalDate;
import java.util.BitSet;

/// A cron expression of five fields: minute, hour, day of month, month, day of week. Where both
/// kinds of day are restricted, either one suffices, as in the original cron.
///
/// Like a cron daemon it goes by elapsed time where the hour is `*`, so `*/15 * * * *` does not
/// pause when clocks are put back; and by the wall clock where the hour is given.
public final class Cron {
  private final String text;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;

  /// Bits stand for the fields' numbers; Sunday is 0.
  Cron(
      String text,
      BitSet minutes,
      BitSet hours,
      BitSet daysOfMonth,
      BitSet months,
      BitSet daysOfWeek) {
    this.text = text;
    this.minutes = minutes;
    this.hours = hours;
    this.daysOfMonth = daysOfMonth;
    this.months = months;
    this.daysOfWeek = daysOfWeek;
  }

  boolean runsOn(LocalDate date) {
    if (!months.get(date.getMonthValue())) {
      return false;
    }
    boolean byMonth = daysOfMonth.get(date.getDayOfMonth());
    boolean byWeek = daysOfWeek.get(date.getDayOfWeek().getValue() % 7);
    boolean bothRestricted =
        !isFull(CronField.DAY_OF_MONTH, daysOfMonth) && !isFull(CronField.DAY_OF_WEEK, daysOfWeek);
    return bothRestricted ? byMonth || byWeek : byMonth && byWeek;
  }

  boolean everyHour() {
    return isFull(CronField.HOUR, hours);
  }

  BitSet hours() {
    return hours;
  }

  BitSet minutes() {
    return minutes;
  }

  private static boolean isFull(CronField field, BitSet values) {
    return values.cardinality() == field.last - field.first + 1;
  }

  /// As it was written.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron cron && text.equals(cron.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
