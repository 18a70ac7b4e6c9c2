package io.sockettwin.flow;

import static io.sockettwin.flow.ConditionParser.allow;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads hours of the day.
final class HoursParser {
  private HoursParser() {}

  static @Nullable Condition read(Spot spot) {
    allow(spot, "between", "days", "zone");
    List<Spot> bounds = spot.member("between").items();
    if (spot.json().path("between").isArray() && bounds.size() != 2) {
      spot.member("between").problem("must be two times of day");
    }
    LocalTime from = bounds.size() == 2 ? time(bounds.getFirst()) : null;
    LocalTime until = bounds.size() == 2 ? time(bounds.getLast()) : null;
    if (from != null && from.equals(until)) {
      spot.member("between").problem("is empty");
    }
    Set<DayOfWeek> days =
        spot.has("days") ? days(spot.member("days")) : EnumSet.allOf(DayOfWeek.class);
    ZoneId zone = spot.member("zone").zone();
    return from == null || until == null || zone == null
        ? null
        : new Condition.Hours(from, until, days, zone);
  }

  private static @Nullable LocalTime time(Spot spot) {
    String text = spot.text();
    try {
      return text == null ? null : LocalTime.parse(text);
    } catch (DateTimeException e) {
      spot.problem("must be a time of day like 22:30");
      return null;
    }
  }

  private static Set<DayOfWeek> days(Spot spot) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    List<Spot> items = spot.items();
    for (Spot item : items) {
      String name = item.text();
      try {
        if (name != null) {
          days.add(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
        }
      } catch (IllegalArgumentException e) {
        item.problem("must be monday to sunday");
      }
    }
    if (spot.json().isArray() && items.isEmpty()) {
      spot.problem("must name a day");
    }
    return days;
  }
}
