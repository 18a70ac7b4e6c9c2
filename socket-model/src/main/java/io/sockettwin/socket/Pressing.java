package io.sockettwin.socket;

import io.sockettwin.socket.Procedure.Kind;
import java.time.Duration;

/// What presses of the button do, and the procedures that the long ones start.
final class Pressing {

  private Pressing() {}

  /// Acts once the contact has been open for long enough.
  static void finish(Turn turn) {
    Button button = turn.button;
    Duration debounce = turn.settings.handling().debounce();
    var settlesAt = button.settlesAt(debounce);
    if (settlesAt == null || turn.now.isBefore(settlesAt)) {
      return;
    }
    turn.button = Button.UNTOUCHED;
    switch (button.gesture(debounce)) {
      case NOTHING -> {}
      case CLICK -> Switching.byHand(turn, turn.load != Load.ON);
      case PROVISION -> startProvisioning(turn);
      case RESET -> reset(turn);
    }
  }

  static void provisioningEnded(Turn turn) {
    if (turn.provisioning()) {
      turn.procedure = null;
    }
  }

  static void endProcedure(Turn turn) {
    Procedure procedure = turn.procedure;
    if (procedure == null || turn.now.isBefore(procedure.endsAt())) {
      return;
    }
    stopProvisioning(turn);
    turn.procedure = null;
  }

  private static void startProvisioning(Turn turn) {
    Duration window = turn.settings.handling().provisioningWindow();
    turn.procedure = new Procedure(Kind.PROVISIONING, turn.now.plus(window));
    turn.add(new SocketEffect.StartProvisioning(window));
  }

  private static void stopProvisioning(Turn turn) {
    if (turn.provisioning()) {
      turn.add(new SocketEffect.StopProvisioning());
    }
  }

  /// Leaves the socket as it was delivered. Only the latch of a trip stays: what caused it may
  /// still be plugged in.
  private static void reset(Turn turn) {
    Switching.byHand(turn, false);
    stopProvisioning(turn);
    turn.erase();
    turn.countdown = null;
    turn.energy = Energy.retained(0, turn.settings.handling().energyRollsOver(), turn.now);
    turn.timetable = turn.timetable.with(Schedule.NONE, turn.now);
    turn.events = turn.events.cleared(turn.now);
    turn.procedure = new Procedure(Kind.RESET, turn.now.plus(Procedure.RESET_SHOWN));
    turn.tell();
  }
}
