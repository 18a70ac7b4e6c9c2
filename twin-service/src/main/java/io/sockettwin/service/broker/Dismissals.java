package io.sockettwin.service.broker;

import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.device.Devices;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/// Ends the connections of devices that may no longer be connected, as they may use nothing.
@Singleton
final class Dismissals {
  private final Devices devices;
  private final ClientPermissions permissions;

  Dismissals(Devices devices, ClientPermissions permissions) {
    this.devices = devices;
    this.permissions = permissions;
  }

  void start(@Observes StartupEvent event) {
    devices.whenRevoked(device -> permissions.tell(device, List.of(), List.of()));
  }
}
