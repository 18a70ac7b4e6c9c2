package io.sockettwin.socket;

import io.sockettwin.socket.Schedule.Due;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A schedule against the time of day, as far as that is known.
///
/// @param ahead how far the time of day is ahead of the socket's own time; null while unknown
/// @param handledUntil up to this time of day each switch was made or left out for good
/// @param next the next switch; null if there is none or the time of day is unknown
record Timetable(
    Schedule schedule, @Nullable Duration ahead, Instant handledUntil, @Nullable Due next) {

  static final Timetable NONE = new Timetable(Schedule.NONE, null, Instant.EPOCH, null);

  /// A switch that is late by less is still made; a clock set by less neither skips nor repeats
  /// one.
  static final Duration GRACE = Duration.ofMinutes(1);

  /// A board without a battery wakes up in 1970, or when its software was built.
  static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /// How far the time of day is ahead, and while that is unknown, nothing.
  Duration aheadOrNone() {
    return ahead == null ? Duration.ZERO : ahead;
  }

  static Timetable of(Schedule schedule) {
    return new Timetable(schedule, null, Instant.EPOCH, null);
  }

  /// Goes on with other timers; what is past stays past.
  Timetable with(Schedule other, Instant now) {
    return ahead == null ? of(other) : from(other, ahead, now.plus(ahead));
  }

  /// The time of day is this, whatever it was before.
  Timetable clockSet(Instant wallClock, Instant now) {
    if (wallClock.isBefore(EARLIEST) || !wallClock.isBefore(LATEST)) {
      return of(schedule);
    }
    Duration nowAhead = Duration.between(now, wallClock);
    return ahead == null
        ? from(schedule, nowAhead, wallClock)
        : moved(nowAhead, now.plus(ahead), wallClock);
  }

  /// The socket's own clock went from one time to another, the time of day with it.
  Timetable jumped(Instant from, Instant to) {
    return ahead == null ? this : moved(ahead, from.plus(ahead), to.plus(ahead));
  }

  private Timetable moved(Duration nowAhead, Instant oldWallClock, Instant wallClock) {
    boolean trimmed = Duration.between(oldWallClock, wallClock).abs().compareTo(GRACE) <= 0;
    Instant handled = handledUntil.isAfter(oldWallClock) ? handledUntil : oldWallClock;
    return from(schedule, nowAhead, trimmed ? handled : wallClock);
  }

  /// What to switch to now; null for nothing. Of several that are due the last counts.
  @Nullable Due due(Instant now) {
    if (next == null || ahead == null || next.at().isAfter(now.plus(ahead))) {
      return null;
    }
    Instant wallClock = now.plus(ahead);
    Instant oldest = wallClock.minus(GRACE);
    Due last = next.at().isBefore(oldest) ? null : next;
    Due candidate = last == null ? schedule.nextAfter(oldest) : schedule.nextAfter(last.at());
    while (candidate != null && !candidate.at().isAfter(wallClock)) {
      last = candidate;
      candidate = schedule.nextAfter(candidate.at());
    }
    return last;
  }

  /// Everything up to now is done.
  Timetable handled(Instant now) {
    return ahead == null ? this : from(schedule, ahead, now.plus(ahead));
  }

  boolean isDue(Instant now) {
    Instant wakeAt = wakeAt();
    return wakeAt != null && !now.isBefore(wakeAt);
  }

  /// When the next switch is due, in the socket's own time.
  @Nullable Instant wakeAt() {
    return next == null || ahead == null ? null : next.at().minus(ahead);
  }

  private static Timetable from(Schedule schedule, Duration ahead, Instant handledUntil) {
    return new Timetable(schedule, ahead, handledUntil, schedule.nextAfter(handledUntil));
  }
}
