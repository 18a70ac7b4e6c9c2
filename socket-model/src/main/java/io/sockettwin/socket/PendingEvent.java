package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;

/// An event that the cloud has not yet taken. Ten thousand sockets may keep sixteen each, so its
/// time takes no object of its own.
///
/// @param raisedAtMilliseconds since 1970, by the time of day as it was known then
public record PendingEvent(long eventId, SocketEvent event, long raisedAtMilliseconds) {

  public PendingEvent(long eventId, SocketEvent event, Instant raisedAt) {
    this(eventId, event, raisedAt.toEpochMilli());
  }

  PendingEvent shifted(Duration by) {
    return new PendingEvent(eventId, event, raisedAt().plus(by));
  }

  /// Never changes once it was sent, so that the cloud can tell an event sent twice by its time as
  /// well.
  public Instant raisedAt() {
    return Instant.ofEpochMilli(raisedAtMilliseconds);
  }
}
