package io.sockettwin.twin;

import java.time.Instant;

/// Whether the device is connected, since when, and why.
///
/// @param session number of the last known session, 0 before the first
public record Presence(boolean online, long session, Instant since, String reason) {

  /// Nothing was ever heard of the device.
  public static final Presence NEVER = new Presence(false, 0, Instant.EPOCH, "never connected");
}
