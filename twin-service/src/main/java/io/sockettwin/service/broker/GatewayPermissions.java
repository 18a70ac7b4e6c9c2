package io.sockettwin.service.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.mqttbroker.gate.PermissionNotice;
import io.sockettwin.service.gateway.GatewayLink;
import io.sockettwin.service.twin.DeviceLink;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Tells our broker, embedded or not, over the service's own session: so the notice stands before
/// the answer that the gateway gets. Another broker learns of it at the gateway's next login.
@Singleton
final class GatewayPermissions implements GatewayLink {
  private final DeviceLink link;
  private final ObjectMapper json = new ObjectMapper();

  GatewayPermissions(DeviceLink link) {
    this.link = link;
  }

  @Override
  public void permit(DeviceKey gateway, List<DeviceKey> subDevices) {
    DeviceTopics topics = new DeviceTopics(gateway, subDevices);
    try {
      byte[] notice =
          json.writeValueAsBytes(
              Map.of("publish", topics.publish(), "subscribe", topics.subscribe()));
      link.send(PermissionNotice.topic(gateway.clientId()), notice, 0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts always has a form", e);
    }
  }
}
