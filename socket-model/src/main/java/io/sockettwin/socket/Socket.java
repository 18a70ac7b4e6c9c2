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
    settle(turn);
    if (turn.erases() || Memory.differs(before, turn)) {
      turn.add(new SocketEffect.Remember(Memory.of(turn.state())));
    }
    return finish(turn);
  }

  /// What the lamp shows in this state.
  public Lamp lamp(SocketState state) {
    return Lamp.of(state, settings);
  }

  private Step boot(Retained retained, Instant now) {
    Turn turn = new Turn(settings, PowerUp.state(retained, settings.handling(), now), now);
    turn.add(turn.load == Load.ON ? new SocketEffect.CloseRelay() : new SocketEffect.OpenRelay());
    settle(turn);
    Memory memory = Memory.of(turn.state());
    if (!memory.equals(retained.memory())) {
      turn.add(new SocketEffect.Remember(memory));
    }
    return finish(turn);
  }

  private static boolean jumped(SocketState before, Instant now) {
    Instant wakeAt = before.wakeAt();
    return now.isBefore(before.now())
        || (wakeAt != null && now.isAfter(wakeAt.plus(LATEST_WAKE_UP)));
  }

  private static void take(Turn turn, SocketInput input) {
    switch (input) {
      case FrameReceived(Frame frame) -> Measuring.frame(turn, frame);
      case ButtonPressed() -> turn.button = turn.button.pressed(turn.now);
      case ButtonReleased() -> turn.button = turn.button.released(turn.now);
      case ControlReceived control -> Controls.handle(turn, control);
      case LinkUp() -> Reporting.linkUp(turn);
      case LinkDown() -> Reporting.linkDown(turn);
      case EventSettled(long eventId) -> turn.events = turn.events.without(eventId);
      case ClockSet(Instant wallClock) -> Clock.set(turn, wallClock);
      case ScheduleSet(Schedule schedule) -> turn.set(schedule);
      case ProvisioningEnded() -> Pressing.provisioningEnded(turn);
      case FaultFound(SocketEvent.HardwareFault fault) -> turn.raise(fault);
      case Booted booted -> throw new IllegalStateException("a boot has no past: " + booted);
      case Stopping() -> Measuring.store(turn);
      case WakeUp() -> {}
    }
  }

  /// What is due by now.
  private static void settle(Turn turn) {
    Protection.endTolerance(turn);
    Pressing.endProcedure(turn);
    Switching.followSchedule(turn);
    Switching.finishCountdown(turn);
    Measuring.expireReading(turn);
  }

  private static Step finish(Turn turn) {
    Measuring.storeIfDue(turn);
    Reporting.sendUnansweredEvents(turn);
    Reporting.report(turn);
    WakeUps.plan(turn);
    return turn.step();
  }
}
