package io.sockettwin.socket;

import io.sockettwin.meter.Frame;
import java.time.Instant;
import java.util.Map;

/// Everything that can happen to a socket.
public sealed interface SocketInput {

  /// Power has come; always the first input.
  ///
  /// @param retained what was stored before the power went
  record Booted(Retained retained) implements SocketInput {}

  /// The socket is about to stop in an orderly way.
  record Stopping() implements SocketInput {}

  /// The meter has sent a frame.
  record FrameReceived(Frame frame) implements SocketInput {}

  /// The button's contact has closed, bounces included.
  record ButtonPressed() implements SocketInput {}

  /// The button's contact has opened, bounces included.
  record ButtonReleased() implements SocketInput {}

  /// The cloud wants properties changed. Each control gets one [SocketEffect.ReplyToControl].
  ///
  /// @param token the cloud's name for this control, to be given back in the reply
  record ControlReceived(String token, Freshness freshness, Map<String, ControlValue> values)
      implements SocketInput {
    public ControlReceived {
      values = Map.copyOf(values);
    }
  }

  /// The cloud can hear us: the session stands and its start sequence is done.
  record LinkUp() implements SocketInput {}

  /// The cloud cannot hear us.
  record LinkDown() implements SocketInput {}

  /// The cloud has taken the event, or refused it for good.
  record EventSettled(long eventId) implements SocketInput {}

  /// The time of day has become known, or was set. Schedules go by it, nothing else does.
  record ClockSet(Instant wallClock) implements SocketInput {}

  /// Somebody has set the weekly timers, in the place of those before.
  record ScheduleSet(Schedule schedule) implements SocketInput {}

  /// The network is known, or nobody will tell: provisioning is over before its time.
  record ProvisioningEnded() implements SocketInput {}

  /// A part other than the meter does not work. Given once, until it works and fails again.
  record FaultFound(SocketEvent.HardwareFault fault) implements SocketInput {}

  /// The time asked for by the latest [SocketEffect.WakeAt] has come. One too many does no harm.
  record WakeUp() implements SocketInput {}

  /// Whether a control was made just now, or waited in the cloud while the socket was away.
  enum Freshness {
    LIVE,
    PENDING
  }
}
