package io.sockettwin.service.broker;

import io.sockettwin.service.gateway.GatewayLink;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.List;

/// Goes over the service's own session: so the notice stands before the answer that the gateway
/// gets.
@Singleton
final class GatewayPermissions implements GatewayLink {
  private final ClientPermissions permissions;

  GatewayPermissions(ClientPermissions permissions) {
    this.permissions = permissions;
  }

  @Override
  public void permit(DeviceKey gateway, List<DeviceKey> subDevices) {
    DeviceTopics topics = new DeviceTopics(gateway, subDevices);
    permissions.tell(gateway, topics.publish(), topics.subscribe());
  }
}
