package io.sockettwin.agent.recording;

import io.sockettwin.socket.SocketSettings;

/// Whose recording it is.
///
/// @param firmware whether the machine is the original's
public record Header(
    int version, String product, String device, boolean firmware, SocketSettings settings) {

  public static final int VERSION = 1;
}
