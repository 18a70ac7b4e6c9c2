package io.sockettwin.socket;

import io.sockettwin.socket.Procedure.Kind;
import java.time.Duration;

/// What presses of the button do, and the procedures that the long ones start.
final class Pressing {

  private Pressing() {}

  /// Acts once the contact has been open for long enough.
  static void finish(Turn turn) {
    Button button = turn.state.button();
    Duration debounce = turn.settings.handling().debounce();
    var settlesAt = button.settlesAt(debounce);
    if (settlesAt == null || turn.now.isBefore(settlesAt)) {
      return;
    }
    turn.state = turn.state.with(Button.UNTOUCHED);
    switch (button.gesture(debounce)) {
      case NOTHING -> {}
      case CLICK -> Switching.byHand(turn, turn.state.load() != Load.ON);
      case PROVISION -> startProvisioning(turn);
      case RESET -> reset(turn);
    }
  }

  static void provisioningEnded(Turn turn) {
    if (turn.state.provisioning()) {
      turn.state = turn.state.withProcedure(null);
    }
  }

  static void endProcedure(Turn turn) {
    Procedure procedure = turn.state.procedure();
    if (procedure == null || turn.now.isBefore(procedure.endsAt())) {
      return;
    }
    stopProvisioning(turn);
    turn.state = turn.state.withProcedure(null);
  }

  private static void startProvisioning(Turn turn) {
    Duration window = turn.settings.handling().provisioningWindow();
    turn.state = turn.state.withProcedure(new Procedure(Kind.PROVISIONING, turn.now.plus(window)));
    turn.add(new SocketEffect.StartProvisioning(window));
  }

  private static void stopProvisioning(Turn turn) {
    if (turn.state.provisioning()) {
      turn.add(new SocketEffect.StopProvisioning());
    }
  }

  /// Leaves the socket as it was delivered. Only the latch of a trip stays: what caused it may
  /// still be plugged in.
  private static void reset(Turn turn) {
    Switching.byHand(turn, false);
    stopProvisioning(turn);
    turn.add(new SocketEffect.EraseAll());
    boolean rollsOver = turn.settings.handling().energyRollsOver();
    SocketState state = turn.state;
    turn.state =
        state
            .withCountdown(null)
            .with(Energy.retained(0, rollsOver, turn.now))
            .with(state.timetable().with(Schedule.NONE, turn.now))
            .with(state.events().cleared(turn.now))
            .withProcedure(new Procedure(Kind.RESET, turn.now.plus(Procedure.RESET_SHOWN)));
    turn.tell();
  }
}
