package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// The time of day. The socket's own time is another, which nobody sets.
final class Clock {

  private Clock() {}

  /// It has become known, or was set.
  static void set(Turn turn, Instant wallClock) {
    Duration before = turn.timetable.aheadOrNone();
    turn.timetable = turn.timetable.clockSet(wallClock, turn.now);
    Duration by = turn.timetable.aheadOrNone().minus(before);
    turn.events = turn.events.clockMoved(by);
    Countdown countdown = turn.countdown;
    // Of one of an earlier life nothing but its end is known; any other goes on as it was.
    if (countdown != null && countdown.resumed()) {
      turn.countdown = countdown.clockMoved(by);
    }
  }
}
