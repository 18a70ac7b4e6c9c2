package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What other systems listen to. None of them answers a report, so the broker's acknowledgement
/// counts as the answer.
enum ForeignDialect implements Dialect {

  /// ThingsBoard's device API: telemetry, and remote calls of `setPower`. The access token is the
  /// device's name.
  THINGSBOARD {
    private static final String CALLS = "v1/devices/me/rpc/request/";

    @Override
    public Login login(DeviceKey device, DeviceSecret secret, Hmac hmac) {
      return new Login(device.clientId(), device.deviceName(), null);
    }

    @Override
    public List<String> subscriptions(DeviceKey device) {
      return List.of(CALLS + "+");
    }

    @Override
    public @Nullable Packet encode(Message.Up message, DeviceKey device) {
      return switch (message) {
        case Message.Report report -> packet("v1/devices/me/telemetry", report.params());
        case Message.EventPost post ->
            packet(
                "v1/devices/me/telemetry",
                JsonNodeFactory.instance
                    .objectNode()
                    .set(
                        "event_" + post.events().getFirst().eventId(),
                        post.events().getFirst().params()));
        case Message.Up _ -> null;
      };
    }

    @Override
    Message.@Nullable Down control(String topic, String text, DeviceKey device) {
      if (!topic.startsWith(CALLS) || !text.startsWith("{")) {
        return null;
      }
      JsonNode call = json(text);
      return call.path("method").asText().equals("setPower")
          ? power(topic.substring(CALLS.length()), call.path("params").asBoolean())
          : null;
    }
  },

  /// Tasmota's topics, which Home Assistant knows as well.
  TASMOTA {
    @Override
    public Login login(DeviceKey device, DeviceSecret secret, Hmac hmac) {
      return new Login(device.clientId(), null, null);
    }

    @Override
    public List<String> subscriptions(DeviceKey device) {
      return List.of("cmnd/" + device.deviceName() + "/#");
    }

    @Override
    public @Nullable Packet encode(Message.Up message, DeviceKey device) {
      String name = device.deviceName();
      return switch (message) {
        case Message.Report report -> packet("tele/" + name + "/SENSOR", sensor(report));
        case Message.EventPost post ->
            packet("stat/" + name + "/EVENT", post.events().getFirst().params());
        case Message.Up _ -> null;
      };
    }

    @Override
    Message.@Nullable Down control(String topic, String text, DeviceKey device) {
      String word = text.toUpperCase(Locale.ROOT);
      boolean meant = topic.endsWith("/POWER") && (word.equals("ON") || word.equals("OFF"));
      return meant ? power("cmnd-" + CONTROLS.incrementAndGet(), word.equals("ON")) : null;
    }

    private static ObjectNode sensor(Message.Report report) {
      ObjectNode params = report.params();
      ObjectNode sensor = JsonNodeFactory.instance.objectNode();
      sensor.put("Time", String.valueOf(report.at()));
      sensor.put("POWER", params.path("power_switch").asInt() == 1 ? "ON" : "OFF");
      ObjectNode energy = sensor.putObject("ENERGY");
      energy.set("Total", params.path("total_kwh"));
      energy.set("Power", params.path("active_power"));
      energy.set("ApparentPower", params.path("apparent_power"));
      energy.set("Factor", params.path("power_factor"));
      energy.set("Voltage", params.path("voltage"));
      energy.set("Current", params.path("current"));
      return sensor;
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong CONTROLS = new AtomicLong();

  abstract Message.@Nullable Down control(String topic, String text, DeviceKey device);

  @Override
  public Message.@Nullable Down decode(String topic, byte[] payload, DeviceKey device) {
    return control(topic, new String(payload, StandardCharsets.UTF_8), device);
  }

  @Override
  public Message.@Nullable Down answer(Message.Up message) {
    return message instanceof Message.GetStatus(var token, var scope, boolean _)
        ? new Message.GetStatusReply(token, 0, "", scope, null, null, null)
        : null;
  }

  @Override
  public Message.@Nullable Down acknowledged(Message.Up message) {
    return switch (message) {
      case Message.Report report -> new Message.ReportReply(report.clientToken(), 0, "");
      case Message.EventPost post ->
          new Message.EventReply(post.clientToken(), null, post.batch(), 0, "");
      case Message.Up _ -> null;
    };
  }

  private static Packet packet(String topic, JsonNode payload) {
    return Packet.of(topic, payload.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Message.Down power(String token, boolean on) {
    ObjectNode params = JsonNodeFactory.instance.objectNode().put("power_switch", on ? 1 : 0);
    return new Message.Control(ClientToken.of(token), params);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
