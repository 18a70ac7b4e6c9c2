package io.sockettwin.socket;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// Switches on or off at the same local time on some days of each week.
public record WeeklyTimer(Set<DayOfWeek> days, LocalTime at, boolean on, boolean enabled) {
  public WeeklyTimer {
    days = Set.copyOf(days);
    at = at.truncatedTo(ChronoUnit.SECONDS);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a timer for no day");
    }
  }
}
