package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Raises an alarm for each overload, and tells of it by webhook.
final class AlarmDouble implements AutoCloseable {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// How many alarms an overload raises; a good service raises one.
  volatile ToIntFunction<DeviceKey> copies = _ -> 1;

  /// Whether a webhook is told.
  volatile boolean tells = true;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<Saying> known = new HashSet<>();
  private final Map<String, DeviceKey> alarms = new LinkedHashMap<>();
  private @Nullable URI receiver;

  /// What one device says under a token; two devices may well use the same one.
  private record Saying(DeviceKey device, ClientToken token) {}

  synchronized void receiver(URI address) {
    receiver = address;
  }

  synchronized void said(DeviceKey device, Message.EventPost post) {
    boolean overload =
        post.events().stream()
            .anyMatch(it -> it.params().path("message").asText().equals("overcurrent"));
    if (overload && known.add(new Saying(device, post.clientToken())) && receiver != null) {
      for (int i = copies.applyAsInt(device); i > 0; i--) {
        String id = "alarm-" + alarms.size();
        alarms.put(id, device);
        tell(receiver, id, device);
      }
    }
  }

  synchronized ArrayNode export() {
    ArrayNode all = NODES.arrayNode();
    alarms.values().forEach(it -> all.addObject().put("device", it.deviceName()).put("hits", 1));
    return all;
  }

  @Override
  public void close() {
    client.close();
  }

  private void tell(URI to, String id, DeviceKey device) {
    if (tells) {
      ObjectNode event = NODES.objectNode().put("id", id);
      event.putObject("data").put("deviceName", device.deviceName());
      HttpRequest request =
          HttpRequest.newBuilder(to).POST(BodyPublishers.ofString(event.toString())).build();
      var _ = client.sendAsync(request, BodyHandlers.discarding());
    }
  }
}
