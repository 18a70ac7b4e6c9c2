package io.sockettwin.socket;

import io.sockettwin.meter.Calibration;
import java.time.Duration;

/// What may differ from one socket to another.
///
/// @param tripMilliamps the relay opens on the first frame above this
/// @param debounce a contact of the button counts once it has been quiet for this long
/// @param manualSwitchCancelsCountdown whether a running countdown ends when somebody switches
/// @param showsConnecting whether the lamp tells in standby that the cloud is out of reach
/// @param heartbeat longest time without a report while the link is up
public record SocketSettings(
    Calibration calibration,
    int tripMilliamps,
    Duration debounce,
    boolean manualSwitchCancelsCountdown,
    boolean showsConnecting,
    DeadBands deadBands,
    Duration heartbeat) {

  /// The original trips at 4.9 A, though its manual says 5 A.
  public static final SocketSettings DEFAULT =
      new SocketSettings(
          Calibration.SHIPPED,
          4_900,
          Duration.ofMillis(20),
          true,
          true,
          DeadBands.DEFAULT,
          Duration.ofSeconds(5));

  public SocketSettings withShowsConnecting(boolean shows) {
    return new SocketSettings(
        calibration,
        tripMilliamps,
        debounce,
        manualSwitchCancelsCountdown,
        shows,
        deadBands,
        heartbeat);
  }

  public SocketSettings withManualSwitchCancelsCountdown(boolean cancels) {
    return new SocketSettings(
        calibration, tripMilliamps, debounce, cancels, showsConnecting, deadBands, heartbeat);
  }
}
