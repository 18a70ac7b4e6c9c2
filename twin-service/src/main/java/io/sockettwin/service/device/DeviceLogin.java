package io.sockettwin.service.device;

import io.sockettwin.thing.DeviceKey;

/// The answer to a device's MQTT CONNECT.
public sealed interface DeviceLogin {
  record Admitted(DeviceKey device) implements DeviceLogin {}

  /// Turned away.
  ///
  /// @param connackCode return code of the MQTT 3 CONNACK (protocol section 2.6)
  record Refused(int connackCode, String reason) implements DeviceLogin {}
}
