package io.sockettwin.socket;

import io.sockettwin.meter.Calibration;
import java.time.Duration;

/// What may differ from one socket to another.
///
/// @param heartbeat longest time without a report while the link is up
public record SocketSettings(
    Calibration calibration,
    Limits limits,
    Handling handling,
    DeadBands deadBands,
    Duration heartbeat) {

  public static final SocketSettings DEFAULT =
      new SocketSettings(
          Calibration.SHIPPED,
          Limits.DEFAULT,
          Handling.DEFAULT,
          DeadBands.DEFAULT,
          Duration.ofSeconds(5));

  public SocketSettings with(Calibration next) {
    return new SocketSettings(next, limits, handling, deadBands, heartbeat);
  }

  public SocketSettings with(Limits next) {
    return new SocketSettings(calibration, next, handling, deadBands, heartbeat);
  }

  public SocketSettings with(Handling next) {
    return new SocketSettings(calibration, limits, next, deadBands, heartbeat);
  }
}
