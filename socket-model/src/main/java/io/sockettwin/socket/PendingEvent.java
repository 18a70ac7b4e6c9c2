package io.sockettwin.socket;

import java.time.Instant;

/// An event that the cloud has not yet taken.
public record PendingEvent(long eventId, SocketEvent event, Instant raisedAt) {}
