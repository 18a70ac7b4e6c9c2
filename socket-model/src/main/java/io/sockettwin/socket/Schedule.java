package io.sockettwin.socket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The weekly timers of a socket, and the place whose clocks they go by. It works without network.
public record Schedule(ZoneId zone, List<WeeklyTimer> timers) {

  /// Two switches on each of the days, and two to spare.
  public static final int MAX_TIMERS = 16;

  public static final Schedule NONE = new Schedule(ZoneOffset.UTC, List.of());

  /// A timer repeats within a week; a day more on each side covers any change of the clocks.
  private static final int DAYS_BACK = 1;

  private static final int DAYS_AHEAD = 8;

  /// The next switch, and to what.
  record Due(Instant at, boolean on) {}

  public Schedule {
    timers = List.copyOf(timers);
    if (timers.size() > MAX_TIMERS) {
      throw new IllegalArgumentException("no more than " + MAX_TIMERS + " timers");
    }
  }

  /// The first switch after this time of day; null if there is none at all.
  ///
  /// A local time that a change of clocks leaves out is moved on by the length of the change; one
  /// that comes twice counts the first time. Of two timers at the same moment the one that switches
  /// off wins.
  @Nullable Due nextAfter(Instant wallClock) {
    LocalDate today = wallClock.atZone(zone).toLocalDate();
    Due next = null;
    for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
      LocalDate date = today.plusDays(day);
      for (WeeklyTimer timer : timers) {
        if (timer.enabled() && timer.days().contains(date.getDayOfWeek())) {
          Instant at = date.atTime(timer.at()).atZone(zone).toInstant();
          next = at.isAfter(wallClock) ? earlier(next, new Due(at, timer.on())) : next;
        }
      }
    }
    return next;
  }

  private static Due earlier(@Nullable Due best, Due other) {
    if (best == null || other.at().isBefore(best.at())) {
      return other;
    }
    return other.at().equals(best.at()) ? new Due(best.at(), best.on() && other.on()) : best;
  }
}
