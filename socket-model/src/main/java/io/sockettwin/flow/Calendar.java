package io.sockettwin.flow;

import io.sockettwin.flow.Condition.Gained;
import io.sockettwin.flow.Condition.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/// Days, months and hours of a place. Days have 23 or 25 hours where clocks are changed.
final class Calendar {
  private Calendar() {}

  static Instant begin(Gained.Span span, ZoneId zone, Instant time) {
    return firstDay(span, zone, time).atStartOfDay(zone).toInstant();
  }

  static Instant end(Gained.Span span, ZoneId zone, Instant time) {
    LocalDate first = firstDay(span, zone, time);
    LocalDate next =
        switch (span) {
          case DAY -> first.plusDays(1);
          case MONTH -> first.plusMonths(1);
        };
    return next.atStartOfDay(zone).toInstant();
  }

  private static LocalDate firstDay(Gained.Span span, ZoneId zone, Instant time) {
    LocalDate day = LocalDate.ofInstant(time, zone);
    return switch (span) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  static boolean contains(Hours hours, Instant time) {
    ZonedDateTime local = time.atZone(hours.zone());
    LocalTime clock = local.toLocalTime();
    DayOfWeek today = local.getDayOfWeek();
    if (hours.from().isBefore(hours.until())) {
      return hours.days().contains(today)
          && !clock.isBefore(hours.from())
          && clock.isBefore(hours.until());
    }
    return (hours.days().contains(today) && !clock.isBefore(hours.from()))
        || (hours.days().contains(today.minus(1)) && clock.isBefore(hours.until()));
  }

  /// The next moment at which [#contains] may differ.
  static Instant nextChange(Hours hours, Instant time) {
    LocalDate today = LocalDate.ofInstant(time, hours.zone());
    Stream<Instant> bounds =
        Stream.of(today, today.plusDays(1), today.plusDays(2))
            .flatMap(day ->
                Stream.of(hours.from(), hours.until(), LocalTime.MIDNIGHT)
                    .map(clock -> day.atTime(clock).atZone(hours.zone()).toInstant()));
    ZoneOffsetTransition shift = hours.zone().getRules().nextTransition(time);
    Stream<Instant> shifts = shift == null ? Stream.of() : Stream.of(shift.getInstant());
    return Stream.concat(bounds, shifts)
        .filter(bound -> bound.isAfter(time))
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
