package io.sockettwin.timer;

/// A cron expression read from outside, or why it is none.
public sealed interface ParsedCron {

  record Valid(Cron cron) implements ParsedCron {}

  record Invalid(String reason) implements ParsedCron {}

  /// Reads five fields separated by blanks. Each is a list of `*`, numbers, ranges and steps,
  /// months and days of the week also by their English names: `0 7,19 * * MON-FRI`, `*/15 * * * *`.
  static ParsedCron parse(String text) {
    return CronParser.parse(text);
  }
}
