package io.sockettwin.mqttbroker.gate;

/// How many messages a device may send in a second, lastingly: device protocol section 2.8. What
/// exceeds it is dropped, not acknowledged, and counted.
///
/// @param unacknowledged with QoS 0
/// @param acknowledged with QoS 1
public record DeviceRates(int unacknowledged, int acknowledged) {

  /// The vendor's.
  public static final DeviceRates DEFAULT = new DeviceRates(30, 10);

  public DeviceRates {
    if (unacknowledged < 1 || acknowledged < 1) {
      throw new IllegalArgumentException(
          "rates of " + unacknowledged + " and " + acknowledged + " a second");
    }
  }
}
