package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.Notice;
import io.sockettwin.thing.DeviceKey;
import java.util.Locale;

/// A message as a CloudEvent 1.0 in its JSON form.
final class CloudEvent {
  private static final String PREFIX = "io.sockettwin.";

  private CloudEvent() {}

  static ObjectNode of(Message message) {
    Notice first = message.notices().getFirst();
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("specversion", "1.0")
            .put("id", message.key())
            .put("source", "/sockettwin")
            .put("type", PREFIX + (message.isDigest() ? "digest" : first.type()));
    DeviceKey device = first.device();
    if (!message.isDigest() && device != null) {
      event.put("subject", device.toString());
    }
    event.put("time", first.hops().event().toString()).put("datacontenttype", "application/json");
    event.set("data", message.isDigest() ? digest(message) : data(first));
    return event;
  }

  private static ObjectNode digest(Message message) {
    ArrayNode notices = JsonNodeFactory.instance.arrayNode();
    for (Notice notice : message.notices()) {
      notices.add(data(notice).put("id", notice.key()).put("type", PREFIX + notice.type()));
    }
    return JsonNodeFactory.instance.objectNode().set("notices", notices);
  }

  private static ObjectNode data(Notice notice) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    DeviceKey device = notice.device();
    if (device != null) {
      data.put("productId", device.productId()).put("deviceName", device.deviceName());
    }
    data.put("severity", notice.severity().name().toLowerCase(Locale.ROOT));
    data.set("title", texts(notice.title().en(), notice.title().zh()));
    data.set("text", texts(notice.text().en(), notice.text().zh()));
    data.put("eventAt", notice.hops().event().toString())
        .put("receivedAt", notice.hops().received().toString())
        .put("decidedAt", notice.hops().decided().toString());
    data.set("details", notice.data());
    return data;
  }

  private static ObjectNode texts(String en, String zh) {
    return JsonNodeFactory.instance.objectNode().put("en", en).put("zh", zh);
  }
}
