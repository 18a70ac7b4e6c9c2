package io.sockettwin.service.broker;

import io.quarkus.runtime.StartupEvent;
import io.sockettwin.mqttbroker.gate.PermissionNotice;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.twin.DeviceLink;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/// Ends the connections of devices that may no longer be connected. Our broker, embedded or not,
/// takes the notice; in another one a device stays until it next connects.
@Singleton
final class Dismissals {
  private static final byte[] NOTHING =
      "{\"publish\":[],\"subscribe\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Devices devices;
  private final DeviceLink link;

  Dismissals(Devices devices, DeviceLink link) {
    this.devices = devices;
    this.link = link;
  }

  void start(@Observes StartupEvent event) {
    devices.whenRevoked(device -> link.send(PermissionNotice.topic(device.clientId()), NOTHING, 0));
  }
}
