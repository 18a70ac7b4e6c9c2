package io.sockettwin.agent.at;

import java.nio.file.Path;

/// Where a module is and how fast its line is.
public record AtSerial(Path device, int baud) {

  /// What the firmware speaks out of the box (protocol section 15).
  public static final int DEFAULT_BAUD = 115_200;
}
