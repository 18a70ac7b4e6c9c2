package io.sockettwin.firmware;

import io.sockettwin.meter.Frame;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
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
import java.util.ArrayList;
import java.util.List;

/// A flashed device as a pure function, behind the same inputs and effects as
/// [io.sockettwin.socket.Socket]: late trips, events that come twice, energy that runs away, and
/// the silence after a lost connection.
///
/// The session with the cloud belongs to whoever runs this: [LinkUp] means that it stands, and must
/// come within some 20 s of [Booted], or the device gives up (C1).
///
/// @param commandMilliseconds what each exchange with the modem takes
/// @param starves whether the cloud task stands still while the control loop waits busily (T20). On
///   the hardware it does: an alarm then comes many seconds late, and mostly once
public record Firmware(DeviceInfo device, int commandMilliseconds, boolean starves) {

  /// As in the recorded sessions, where a report goes out every 1061 ms.
  public static final int RECORDED_COMMAND_MILLISECONDS = 20;

  /// Where the time of inputs jumps further than this, the device does not live through it.
  static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(10);

  /// As its network code was captured: two to four events a trip, about a second apart (protocol
  /// section 14).
  public static Firmware asCaptured(DeviceInfo device) {
    return new Firmware(device, RECORDED_COMMAND_MILLISECONDS, false);
  }

  public FirmwareStep advance(FirmwareState state, SocketInput input, Instant now) {
    if (input instanceof Booted(Retained retained)) {
      EnergyLog log = EnergyLog.shipped((int) (retained.energyMilliwattHours() / 1_000));
      Machine machine = Machine.powerUp(this, log, now);
      machine.runThrough(now);
      return step(machine, Instant.MIN, now);
    }
    Machine machine = state.machineCopy();
    if (machine == null || input instanceof Stopping) {
      // Nothing is saved in the last moment.
      return new FirmwareStep(FirmwareState.UNPOWERED, List.of());
    }
    Duration unlived = machine.behind(now).minus(LONGEST_CATCH_UP);
    if (unlived.isPositive()) {
      machine.skip(unlived);
    }
    machine.runBefore(now);
    take(machine, input);
    machine.runThrough(now);
    return step(machine, state.wakeAt(), now);
  }

  private static void take(Machine machine, SocketInput input) {
    switch (input) {
      case FrameReceived(Frame frame) -> machine.frame(frame);
      case ButtonPressed() -> machine.press(true);
      case ButtonReleased() -> machine.press(false);
      case ControlReceived control -> machine.modem().control(control.token(), control.values());
      case LinkUp() -> machine.modem().linkUp();
      case LinkDown() -> machine.modem().linkDown();
      case EventSettled(long eventId) -> machine.modem().eventReply(machine.eventToken(eventId));
      // The original knows no time of day, does not look whether provisioning succeeded, and
      // watches over none of its parts.
      case ClockSet _, ScheduleSet _, ProvisioningEnded _, FaultFound _ -> {}
      case WakeUp _, Booted _, Stopping _ -> {}
    }
  }

  private static FirmwareStep step(Machine machine, Instant planned, Instant now) {
    List<SocketEffect> effects = new ArrayList<>(machine.board().takeEffects());
    Instant wakeAt = machine.wakeAt();
    boolean onItsWay = planned.isAfter(now) && !wakeAt.isBefore(planned);
    if (!onItsWay && !wakeAt.equals(Instant.MAX)) {
      effects.add(new SocketEffect.WakeAt(wakeAt));
      return new FirmwareStep(new FirmwareState(machine, wakeAt), effects);
    }
    return new FirmwareStep(new FirmwareState(machine, planned), effects);
  }
}
