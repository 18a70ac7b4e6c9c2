package io.sockettwin.service.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What energy is summed up over, by the clock on the wall: a day has 23 or 25 hours when the clock
/// is put forward or back.
enum Period {
  HOUR,
  DAY,
  MONTH;

  static Optional<Period> parse(String text) {
    return Arrays.stream(values()).filter(period -> period.text().equals(text)).findFirst();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The start of the period that holds this moment.
  Instant start(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    LocalDate day = local.toLocalDate();
    return switch (this) {
      // Keeps apart the two hours with the same name in autumn.
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> day.atStartOfDay(zone).toInstant();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay(zone).toInstant();
    };
  }

  /// The start of the next period.
  Instant next(Instant start, ZoneId zone) {
    LocalDate day = start.atZone(zone).toLocalDate();
    return switch (this) {
      case HOUR -> {
        Instant later = start.plus(1, ChronoUnit.HOURS);
        Instant next = start(later, zone);
        // Where the clock is put back by half an hour, that hour is an hour and a half of the
        // clock.
        yield next.isAfter(start) ? next : later;
      }
      case DAY -> day.plusDays(1).atStartOfDay(zone).toInstant();
      case MONTH -> day.plusMonths(1).withDayOfMonth(1).atStartOfDay(zone).toInstant();
    };
  }
}
