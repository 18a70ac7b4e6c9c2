package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Presence;
import java.time.Instant;

/// Coming and going of devices' connections. Sessions are numbered upwards, over restarts of the
/// broker too, so an end that comes late is known by a number below the current session's.
public sealed interface SessionChange {

  record Connected(DeviceKey device, long session, String remoteAddress, Instant at)
      implements SessionChange {}

  record Disconnected(DeviceKey device, long session, Reason reason, Instant at)
      implements SessionChange {}

  /// Every session with a smaller number is over: the broker has started, or stops with the
  /// service.
  record AllEnded(long session, Instant at) implements SessionChange {}

  /// Why a connection ended.
  enum Reason {
    LEFT("left"),
    CONNECTION_LOST("connection lost"),
    KEEP_ALIVE_TIMEOUT("keep-alive timeout"),
    TAKEN_OVER(Presence.TAKEN_OVER),
    CLOSED_BY_BROKER("closed by the broker");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
