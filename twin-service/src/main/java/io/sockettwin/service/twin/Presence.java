package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import java.time.Instant;

/// Coming and going of devices' connections. Sessions are numbered upwards, over restarts of the
/// broker too, so an end that comes late is known by a number below the current session's.
public sealed interface Presence {

  record Connected(DeviceKey device, long session, String remoteAddress, Instant at)
      implements Presence {}

  record Disconnected(DeviceKey device, long session, Reason reason, Instant at)
      implements Presence {}

  /// The broker has started: every session with a smaller number is over.
  record BrokerStarted(long session, Instant at) implements Presence {}

  /// Why a connection ended.
  enum Reason {
    LEFT,
    CONNECTION_LOST,
    KEEP_ALIVE_TIMEOUT,
    TAKEN_OVER,
    CLOSED_BY_BROKER
  }
}
