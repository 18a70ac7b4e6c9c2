package io.sockettwin.timer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When the rules come true at a place.
///
/// A local time that a change of clocks leaves out is moved on by the length of the change; one
/// that comes twice counts the first time, unless the rule goes by every hour.
public final class Occurrences {
  /// Leap years are eight years apart at most; whatever does not come in them never does.
  private static final int CRON_DAYS = 8 * 366 + 2;

  /// Beyond the longest polar night.
  private static final int SUN_DAYS = 400;

  private static final int WEEK_DAYS = 9;

  private final Where where;
  private final SunTimes sun;

  public Occurrences(Where where, SunTimes sun) {
    this.where = where;
    this.sun = sun;
  }

  /// The first moment after this one, not the same; empty if there is none.
  public Optional<Instant> next(TimeRule rule, Instant after) {
    LocalDate today = after.atZone(where.zone()).toLocalDate();
    return switch (rule) {
      case TimeRule.Once(LocalDateTime at) -> first(once(at), after);
      case TimeRule.Weekly(var days, LocalTime at) ->
          search(today, WEEK_DAYS, after, date -> weekly(date, days, at));
      case TimeRule.ByCron(Cron cron) -> search(today, CRON_DAYS, after, date -> cron(date, cron));
      case TimeRule.Sun(var event, var offset, var days) ->
          search(today, SUN_DAYS, after, date -> sun(date, event, offset, days));
    };
  }

  /// From the day before, whose times may have been moved on into this one, and to the day after
  /// the first find, whose times may come earlier than those moved on.
  private static Optional<Instant> search(LocalDate today, int days, Instant after, Day times) {
    for (int i = -1; i <= days; i++) {
      Optional<Instant> found = first(times.on(today.plusDays(i)), after);
      if (found.isPresent()) {
        Optional<Instant> dayAfter = first(times.on(today.plusDays(i + 1)), after);
        return dayAfter.filter(it -> it.isBefore(found.get())).or(() -> found);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> first(List<Instant> times, Instant after) {
    return times.stream().filter(it -> it.isAfter(after)).min(Instant::compareTo);
  }

  private List<Instant> once(LocalDateTime at) {
    return List.of(at.atZone(where.zone()).toInstant());
  }

  private List<Instant> weekly(LocalDate date, Set<DayOfWeek> days, LocalTime at) {
    return days.contains(date.getDayOfWeek()) ? once(date.atTime(at)) : List.of();
  }

  private List<Instant> sun(LocalDate date, SunEvent event, Duration offset, Set<DayOfWeek> days) {
    Place place = where.place();
    if (place == null || !days.contains(date.getDayOfWeek())) {
      return List.of();
    }
    return sun.at(event, date, place, where.zone()).map(at -> at.plus(offset)).stream().toList();
  }

  private List<Instant> cron(LocalDate date, Cron cron) {
    if (!cron.runsOn(date)) {
      return List.of();
    }
    List<Instant> times = new ArrayList<>();
    BitSet hours = cron.hours();
    BitSet minutes = cron.minutes();
    for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
      for (int minute = minutes.nextSetBit(0);
          minute >= 0;
          minute = minutes.nextSetBit(minute + 1)) {
        LocalDateTime at = date.atTime(hour, minute);
        times.addAll(cron.everyHour() ? each(at) : once(at));
      }
    }
    return times;
  }

  /// None if the clocks leave it out, two if it comes twice.
  private List<Instant> each(LocalDateTime at) {
    List<ZoneOffset> offsets = where.zone().getRules().getValidOffsets(at);
    return offsets.stream().map(at::toInstant).toList();
  }

  /// When a rule comes true on a date.
  private interface Day {
    List<Instant> on(LocalDate date);
  }
}
