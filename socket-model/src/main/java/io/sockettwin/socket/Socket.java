package io.sockettwin.socket;

import io.sockettwin.meter.Frame;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.Stopping;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Instant;

/// The behaviour of a socket as a pure function: no clock, no randomness, no I/O.
///
/// Whoever runs it feeds inputs one after the other, with a time that does not run backwards, and
/// carries out the effects in their order.
public record Socket(SocketSettings settings) {

  public Step advance(SocketState state, SocketInput input, Instant now) {
    Turn turn = new Turn(settings, state, now);
    // A click that is over belongs to the past: what happens now, a trip above all, comes after it.
    clickIfSettled(turn);
    // A countdown comes after the input: what cancels it in the last moment still does.
    take(turn, input);
    Switching.finishCountdown(turn);
    Measuring.expireReading(turn);
    Measuring.storeIfDue(turn);
    Reporting.sendUnansweredEvents(turn);
    Reporting.report(turn);
    WakeUps.plan(turn);
    return turn.step();
  }

  /// What the lamp shows in this state.
  public Lamp lamp(SocketState state) {
    return Lamp.of(state, settings);
  }

  private static void take(Turn turn, SocketInput input) {
    switch (input) {
      case FrameReceived(Frame frame) -> Measuring.frame(turn, frame);
      case ButtonPressed() -> turn.state = turn.state.with(turn.state.button().pressed(turn.now));
      case ButtonReleased() -> turn.state = turn.state.with(turn.state.button().released(turn.now));
      case ControlReceived control -> Controls.handle(turn, control);
      case LinkUp() -> Reporting.linkUp(turn);
      case LinkDown() -> Reporting.linkDown(turn);
      case EventSettled(long eventId) ->
          turn.state = turn.state.with(turn.state.events().without(eventId));
      case Booted(Retained retained) -> boot(turn, retained);
      case Stopping() -> Measuring.store(turn);
      case WakeUp() -> {}
    }
  }

  /// After power-up the load is off: nobody may be near it.
  private static void boot(Turn turn, Retained retained) {
    turn.state = SocketState.poweredUp(retained, turn.now);
    turn.add(new SocketEffect.OpenRelay());
  }

  private static void clickIfSettled(Turn turn) {
    Button button = turn.state.button();
    Instant settlesAt = button.settlesAt(turn.settings.debounce());
    if (settlesAt == null || turn.now.isBefore(settlesAt)) {
      return;
    }
    turn.state = turn.state.with(Button.UNTOUCHED);
    if (button.clicked(turn.settings.debounce())) {
      Switching.byHand(turn, turn.state.load() != Load.ON);
    }
  }
}
