package io.sockettwin.loadsim.recording;

import io.sockettwin.socket.SocketSettings;

/// Whose recording it is.
///
/// @param firmware whether the machine is the original's
record Header(
    int version, String product, String device, boolean firmware, SocketSettings settings) {

  static final int VERSION = 1;
}
