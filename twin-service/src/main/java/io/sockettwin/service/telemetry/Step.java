package io.sockettwin.service.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How much time a point of a series stands for. Hours and longer follow the clock of a time zone.
enum Step {
  SECONDS_10("10s", Duration.ofSeconds(10), Level.REPORT),
  SECONDS_30("30s", Duration.ofSeconds(30), Level.REPORT),
  MINUTE("1m", Duration.ofMinutes(1), Level.MINUTE),
  MINUTES_5("5m", Duration.ofMinutes(5), Level.MINUTE),
  MINUTES_15("15m", Duration.ofMinutes(15), Level.MINUTE),
  HOUR("1h", Duration.ofHours(1), Level.HOUR, "hour"),
  DAY("1d", Duration.ofDays(1), Level.DAY, "day"),
  WEEK("1w", Duration.ofDays(7), Level.DAY, "week"),
  MONTH("1mo", Duration.ofDays(30), Level.DAY, "month");

  /// So much is aggregated from the reports themselves: it is up to date to the second.
  private static final Duration SHORT = Duration.ofHours(2);

  private static final int HOUR_SECONDS = 3600;

  private final String text;
  private final Duration length;
  private final Level level;
  private final String bucket;

  Step(String text, Duration length, Level level) {
    this.text = text;
    this.length = length;
    this.level = level;
    bucket = "date_bin('" + length.toSeconds() + " seconds', r.at, timestamptz 'epoch')";
  }

  /// @param unit of the clock, for PostgreSQL
  Step(String text, Duration length, Level level, String unit) {
    this.text = text;
    this.length = length;
    this.level = level;
    bucket = "date_trunc('" + unit + "', r.at, cast(:zone as text))";
  }

  static Optional<Step> parse(String text) {
    return Arrays.stream(values()).filter(step -> step.text.equals(text)).findFirst();
  }

  /// The finest that makes no more points.
  static Optional<Step> forPoints(Duration span, int points) {
    return Arrays.stream(values()).filter(step -> step.points(span) <= points).findFirst();
  }

  static String all() {
    return Arrays.stream(values()).map(Step::text).collect(Collectors.joining(", "));
  }

  String text() {
    return text;
  }

  /// Expression of the start of the bucket, over the rows `r`; may name the parameter `:zone`.
  String bucket() {
    return bucket;
  }

  /// How many points a span has at most, a partial one at either end included.
  long points(Duration span) {
    return span.dividedBy(length) + 2;
  }

  /// The coarsest level whose buckets do not cross those of the step.
  ///
  /// @param oldest from when on there are reports
  Level source(Instant from, Instant to, ZoneId zone, Instant oldest) {
    if (Duration.between(from, to).compareTo(SHORT) <= 0 && !from.isBefore(oldest)) {
      return Level.REPORT;
    }
    if (level == Level.REPORT || level == Level.MINUTE) {
      return level;
    }
    if (!offsetsAreMultiplesOf(HOUR_SECONDS, from, to, zone.getRules())) {
      return Level.MINUTE;
    }
    boolean utc = offsetsAreMultiplesOf(Integer.MAX_VALUE, from, to, zone.getRules());
    return level == Level.DAY && !utc ? Level.HOUR : level;
  }

  private static boolean offsetsAreMultiplesOf(
      int seconds, Instant from, Instant to, ZoneRules rules) {
    List<Integer> offsets = new java.util.ArrayList<>();
    offsets.add(rules.getOffset(from).getTotalSeconds());
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && !next.getInstant().isAfter(to)) {
      offsets.add(next.getOffsetAfter().getTotalSeconds());
      next = rules.nextTransition(next.getInstant());
    }
    return offsets.stream().allMatch(offset -> offset % seconds == 0);
  }
}
