package io.sockettwin.service.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.mqttbroker.gate.PermissionNotice;
import io.sockettwin.service.twin.DeviceLink;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Tells our broker, embedded or not, what a client may use from now on; one that may use nothing
/// is disconnected. Another broker learns of it at the client's next login.
@Singleton
final class ClientPermissions {
  private final DeviceLink link;
  private final ObjectMapper json = new ObjectMapper();

  ClientPermissions(DeviceLink link) {
    this.link = link;
  }

  void tell(DeviceKey client, List<String> mayPublish, List<String> maySubscribe) {
    try {
      byte[] notice =
          json.writeValueAsBytes(Map.of("publish", mayPublish, "subscribe", maySubscribe));
      link.send(PermissionNotice.topic(client.clientId()), notice, 0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts always has a form", e);
    }
  }
}
