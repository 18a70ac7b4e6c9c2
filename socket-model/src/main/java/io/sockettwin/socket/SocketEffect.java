package io.sockettwin.socket;

import java.time.Duration;
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
  ///
  /// @param raisedAt by the time of day as it was known then; the same each time
  record SendEvent(long eventId, SocketEvent event, Instant raisedAt) implements ToCloud {
    static SendEvent of(PendingEvent pending) {
      return new SendEvent(pending.eventId(), pending.event(), pending.raisedAt());
    }
  }

  /// Answer a control.
  record ReplyToControl(String token, ControlOutcome outcome) implements ToCloud {}

  /// Put the energy total where it survives a loss of power.
  record StoreEnergy(long milliwattHours) implements SocketEffect {}

  /// Put everything else that must survive where it does, in the place of what was there.
  record Remember(Memory memory) implements SocketEffect {}

  /// Be ready to be told the network, and answer with [SocketInput.ProvisioningEnded]. A second one
  /// starts the time anew.
  record StartProvisioning(Duration window) implements SocketEffect {}

  /// The time for being told is over.
  record StopProvisioning() implements SocketEffect {}

  /// Erase all that was ever stored: energy, memory, network.
  record EraseAll() implements SocketEffect {}

  /// Give a [SocketInput.WakeUp] at this time. Replaces any earlier request.
  record WakeAt(Instant time) implements SocketEffect {}
}
