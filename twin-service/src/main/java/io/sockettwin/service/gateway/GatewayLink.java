package io.sockettwin.service.gateway;

import io.sockettwin.thing.DeviceKey;
import java.util.List;

/// The way to the broker, which lets a gateway use the topics of its sub-devices.
public interface GatewayLink {

  /// From the next message on, a connected gateway may use its own topics and those of these
  /// sub-devices, and no others. One that connects later is told at its login.
  void permit(DeviceKey gateway, List<DeviceKey> subDevices);
}
