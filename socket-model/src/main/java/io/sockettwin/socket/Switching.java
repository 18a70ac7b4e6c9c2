package io.sockettwin.socket;

import org.jspecify.annotations.Nullable;

/// Who may move the relay, and what else that does.
final class Switching {

  private Switching() {}

  /// Somebody wants it so: a click or a control. The only way out of a trip.
  static void byHand(Turn turn, boolean on) {
    Load wanted = on ? Load.ON : Load.OFF;
    boolean staysTripped = turn.state.load() == Load.TRIPPED && !on;
    if (turn.state.load() == wanted || staysTripped) {
      return;
    }
    move(turn, wanted);
    if (turn.settings.handling().manualSwitchCancelsCountdown()) {
      turn.state = turn.state.withCountdown(null);
    }
  }

  /// A countdown sets the relay to what it was set for; a running one is replaced.
  static void countDown(Turn turn, int seconds) {
    @Nullable Countdown next =
        seconds == 0
            ? null
            : new Countdown(turn.now.plusSeconds(seconds), turn.state.load() != Load.ON);
    turn.state = turn.state.withCountdown(next);
    turn.tell();
  }

  static void finishCountdown(Turn turn) {
    Countdown countdown = turn.state.countdown();
    if (countdown == null || turn.now.isBefore(countdown.deadline())) {
      return;
    }
    turn.state = turn.state.withCountdown(null);
    turn.tell();
    byItself(turn, countdown.targetOn());
  }

  /// Nobody is there to judge whether it is safe, so a trip stays.
  private static void byItself(Turn turn, boolean on) {
    Load target = on ? Load.ON : Load.OFF;
    if (turn.state.load() != target && turn.state.load() != Load.TRIPPED) {
      move(turn, target);
    }
  }

  /// A schedule switches what is not tripped; a countdown goes on beside it.
  static void followSchedule(Turn turn) {
    Timetable timetable = turn.state.timetable();
    if (!timetable.isDue(turn.now)) {
      return;
    }
    Schedule.Due due = timetable.due(turn.now);
    turn.state = turn.state.with(timetable.handled(turn.now));
    if (due != null) {
      byItself(turn, due.on());
    }
  }

  /// Opens the relay and latches, whatever it was before: current through an open relay is a fault
  /// too.
  static void trip(Turn turn) {
    turn.state = turn.state.with(turn.state.watch().withOverSince(null));
    if (turn.state.load() == Load.TRIPPED) {
      return;
    }
    move(turn, Load.TRIPPED);
    turn.state = turn.state.withCountdown(null);
    // A press that began before the trip was not meant to close the relay again.
    turn.state = turn.state.with(Button.UNTOUCHED);
    turn.raise(SocketEvent.OVERCURRENT);
  }

  private static void move(Turn turn, Load load) {
    if (load == Load.ON) {
      turn.add(new SocketEffect.CloseRelay());
    } else {
      turn.add(new SocketEffect.OpenRelay());
      turn.state = turn.state.with(turn.state.watch().opened(turn.now));
    }
    turn.state = turn.state.with(load);
    turn.tell();
  }
}
