package io.sockettwin.socket;

import java.time.Instant;

/// Everything a socket can want done. Effects are carried out in the order given.
public sealed interface SocketEffect {

  /// What goes to the cloud.
  sealed interface ToCloud extends SocketEffect {}

  /// Load off.
  record OpenRelay() implements SocketEffect {}

  /// Load on.
  record CloseRelay() implements SocketEffect {}

  /// Tell the cloud how the socket is. Asked for only while the link is up.
  record SendReport(Report report) implements ToCloud {}

  /// Tell the cloud what happened. Asked for again, with the same id, until it is settled.
  record SendEvent(long eventId, SocketEvent event, Instant raisedAt) implements ToCloud {}

  /// Answer a control.
  record ReplyToControl(String token, ControlOutcome outcome) implements ToCloud {}

  /// Put the energy total where it survives a loss of power.
  record StoreEnergy(long milliwattHours) implements SocketEffect {}

  /// Give a [SocketInput.WakeUp] at this time. Replaces any earlier request.
  record WakeAt(Instant time) implements SocketEffect {}
}
