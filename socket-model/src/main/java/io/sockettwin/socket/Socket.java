package io.sockettwin.socket;

import io.sockettwin.meter.Frame;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.ClockSet;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.FaultFound;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ProvisioningEnded;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import io.sockettwin.socket.SocketInput.Stopping;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import java.time.Instant;

/// The behaviour of a socket as a pure function: no clock, no randomness, no I/O.
///
/// Whoever runs it feeds inputs one after the other, with a time of its own that should not jump,
/// and carries out the effects in their order. The time of day, where it is known, is an input.
public record Socket(SocketSettings settings) {

  /// No shell is that late with a wake-up: time that went on by more was set.
  static final Duration LATEST_WAKE_UP = Duration.ofMinutes(1);

  public Step advance(SocketState before, SocketInput input, Instant now) {
    if (input instanceof Booted(Retained retained)) {
      return boot(retained, now);
    }
    SocketState start = jumped(before, now) ? before.jumped(now) : before;
    Turn turn = new Turn(settings, start, now);
    // A press that is over belongs to the past: what happens now, a trip above all, comes after it.
    Pressing.finish(turn);
    // What comes by itself follows the input: what cancels it in the last moment still does.
    take(turn, input);
    return finish(turn, Memory.differs(before, turn.state));
  }

  /// What the lamp shows in this state.
  public Lamp lamp(SocketState state) {
    return Lamp.of(state, settings);
  }

  private Step boot(Retained retained, Instant now) {
    SocketState state = SocketState.poweredUp(retained, settings.handling(), now);
    Turn turn = new Turn(settings, state, now);
    turn.add(
        state.load() == Load.ON ? new SocketEffect.CloseRelay() : new SocketEffect.OpenRelay());
    return finish(turn, !Memory.of(state).equals(retained.memory()));
  }

  private static boolean jumped(SocketState before, Instant now) {
    Instant wakeAt = before.wakeAt();
    return now.isBefore(before.now())
        || (wakeAt != null && now.isAfter(wakeAt.plus(LATEST_WAKE_UP)));
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
      case ClockSet(Instant wallClock) ->
          turn.state = turn.state.with(turn.state.timetable().clockSet(wallClock, turn.now));
      case ScheduleSet(Schedule schedule) ->
          turn.state = turn.state.with(turn.state.timetable().with(schedule, turn.now));
      case ProvisioningEnded() -> Pressing.provisioningEnded(turn);
      case FaultFound(SocketEvent.HardwareFault fault) -> turn.raise(fault);
      case Booted booted -> throw new IllegalStateException("a boot has no past: " + booted);
      case Stopping() -> Measuring.store(turn);
      case WakeUp() -> {}
    }
  }

  private static Step finish(Turn turn, boolean remembersMore) {
    SocketState taken = turn.state;
    Protection.endTolerance(turn);
    Pressing.endProcedure(turn);
    Switching.followSchedule(turn);
    Switching.finishCountdown(turn);
    Measuring.expireReading(turn);
    if (remembersMore || Memory.differs(taken, turn.state)) {
      turn.add(new SocketEffect.Remember(Memory.of(turn.state)));
    }
    Measuring.storeIfDue(turn);
    Reporting.sendUnansweredEvents(turn);
    Reporting.report(turn);
    WakeUps.plan(turn);
    return turn.step();
  }
}
