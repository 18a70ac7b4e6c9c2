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
    if (turn.settings.manualSwitchCancelsCountdown()) {
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
    Load target = countdown.targetOn() ? Load.ON : Load.OFF;
    if (turn.state.load() != target && turn.state.load() != Load.TRIPPED) {
      move(turn, target);
    }
  }

  /// Opens the relay and latches, whatever it was before: current through an open relay is a fault
  /// too.
  static void trip(Turn turn) {
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
    turn.add(load == Load.ON ? new SocketEffect.CloseRelay() : new SocketEffect.OpenRelay());
    turn.state = turn.state.with(load);
    turn.tell();
  }
}
