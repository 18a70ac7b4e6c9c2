package io.sockettwin.socket;

import org.jspecify.annotations.Nullable;

/// Who may move the relay, and what else that does.
final class Switching {

  private Switching() {}

  /// Somebody wants it so: a click or a control. The only way out of a trip.
  static void byHand(Turn turn, boolean on) {
    Load wanted = on ? Load.ON : Load.OFF;
    boolean staysTripped = turn.load == Load.TRIPPED && !on;
    if (turn.load == wanted || staysTripped) {
      return;
    }
    move(turn, wanted);
    if (turn.settings.handling().manualSwitchCancelsCountdown()) {
      turn.countdown = null;
    }
  }

  /// A countdown sets the relay to what it was set for; a running one is replaced.
  static void countDown(Turn turn, int seconds) {
    @Nullable Countdown next =
        seconds == 0 ? null : Countdown.started(seconds, turn.load != Load.ON, turn.now);
    turn.countdown = next;
    turn.tell();
  }

  static void finishCountdown(Turn turn) {
    Countdown countdown = turn.countdown;
    if (countdown == null || !countdown.isOver(turn.now)) {
      return;
    }
    turn.countdown = null;
    turn.tell();
    if (!countdown.resumed() || !countdown.isMissed(turn.now)) {
      byItself(turn, countdown.targetOn());
    }
  }

  /// Nobody is there to judge whether it is safe, so a trip stays.
  private static void byItself(Turn turn, boolean on) {
    Load target = on ? Load.ON : Load.OFF;
    if (turn.load != target && turn.load != Load.TRIPPED) {
      move(turn, target);
    }
  }

  /// A schedule switches what is not tripped; a countdown goes on beside it.
  static void followSchedule(Turn turn) {
    Timetable timetable = turn.timetable;
    if (!timetable.isDue(turn.now)) {
      return;
    }
    Schedule.Due due = timetable.due(turn.now);
    turn.timetable = timetable.handled(turn.now);
    if (due != null) {
      byItself(turn, due.on());
    }
  }

  /// Opens the relay and latches, whatever it was before: current through an open relay is a fault
  /// too.
  static void trip(Turn turn) {
    turn.watch = turn.watch.withOverSince(null);
    if (turn.load == Load.TRIPPED) {
      return;
    }
    move(turn, Load.TRIPPED);
    turn.countdown = null;
    // A press that began before the trip was not meant to close the relay again.
    turn.button = Button.UNTOUCHED;
    turn.raise(SocketEvent.OVERCURRENT);
  }

  private static void move(Turn turn, Load load) {
    if (load == Load.ON) {
      turn.add(new SocketEffect.CloseRelay());
    } else {
      turn.add(new SocketEffect.OpenRelay());
      turn.watch = turn.watch.opened(turn.now);
    }
    turn.load = load;
    turn.tell();
  }
}
