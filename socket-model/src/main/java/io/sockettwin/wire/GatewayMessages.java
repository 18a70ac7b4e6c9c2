package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DeviceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes what gateways and the cloud say about sub-devices (protocol section 9).
final class GatewayMessages {
  private GatewayMessages() {}

  static Decoded<Message.Up> request(ObjectNode body) {
    GatewayOperation operation = operation(body);
    if (operation == null) {
      return Refusals.dropped(Check.DOES_NOT_FIT, "unknown gateway request");
    }
    List<SubDevice> devices = new ArrayList<>();
    for (JsonNode node : devices(body)) {
      Optional<DeviceKey> device = device(node);
      if (device.isEmpty()) {
        return Refusals.dropped(Check.DOES_NOT_FIT, "malformed sub-device");
      }
      devices.add(new SubDevice(device.get(), proof((ObjectNode) node)));
    }
    return UpDecoder.understood(new Message.Gateway(operation, devices));
  }

  static Decoded<Message.Down> result(ObjectNode body) {
    List<SubDevice.Result> results = new ArrayList<>();
    for (JsonNode node : devices(body)) {
      Optional<DeviceKey> device = device(node);
      if (device.isEmpty()) {
        return Refusals.dropped(Check.DOES_NOT_FIT, "malformed sub-device");
      }
      long result = Json.integer((ObjectNode) node, "result", 0);
      results.add(
          new SubDevice.Result(
              device.get(), Math.clamp(result, Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }
    if (Json.text(body, "type").equals("change")) {
      boolean bound = Json.integer(Json.object(body, "payload"), "status", 0) == 1;
      return DownDecoder.understood(
          new Message.GatewayChange(
              bound, results.stream().map(SubDevice.Result::device).toList()));
    }
    GatewayOperation operation = operation(body);
    return operation == null
        ? Refusals.dropped(Check.DOES_NOT_FIT, "unknown gateway result")
        : DownDecoder.understood(new Message.GatewayReply(operation, results));
  }

  static ObjectNode write(Message.Gateway message) {
    ObjectNode json = Json.object().put("type", word(message.operation()));
    if (message.operation() != GatewayOperation.DESCRIBE_SUB_DEVICES) {
      var devices = json.putObject("payload").putArray("devices");
      for (SubDevice sub : message.devices()) {
        ObjectNode device = write(devices.addObject(), sub.device());
        BindingProof proof = sub.proof();
        if (proof != null) {
          device
              .put("signature", proof.signature())
              .put("random", proof.random())
              .put("timestamp", proof.timestampSeconds())
              .put("signmethod", proof.method().id())
              .put("authtype", "psk");
        }
      }
    }
    return json;
  }

  static ObjectNode write(Message.GatewayReply message) {
    ObjectNode json = Json.object().put("type", word(message.operation()));
    var devices = json.putObject("payload").putArray("devices");
    for (SubDevice.Result result : message.devices()) {
      write(devices.addObject(), result.device()).put("result", result.result());
    }
    return json;
  }

  static ObjectNode write(Message.GatewayChange message) {
    ObjectNode json = Json.object().put("type", "change");
    ObjectNode payload = json.putObject("payload").put("status", message.bound() ? 1 : 0);
    var devices = payload.putArray("devices");
    message.devices().forEach(device -> write(devices.addObject(), device));
    return json;
  }

  private static ObjectNode write(ObjectNode json, DeviceKey device) {
    return json.put("product_id", device.productId()).put("device_name", device.deviceName());
  }

  private static @Nullable GatewayOperation operation(ObjectNode body) {
    return switch (Json.text(body, "type")) {
      case "online" -> GatewayOperation.ONLINE;
      case "offline" -> GatewayOperation.OFFLINE;
      case "bind" -> GatewayOperation.BIND;
      case "unbind" -> GatewayOperation.UNBIND;
      case "describe_sub_devices" -> GatewayOperation.DESCRIBE_SUB_DEVICES;
      default -> null;
    };
  }

  private static String word(GatewayOperation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }

  private static JsonNode devices(ObjectNode body) {
    JsonNode devices = Json.object(body, "payload").get("devices");
    return devices != null && devices.isArray() ? devices : Json.object();
  }

  private static Optional<DeviceKey> device(JsonNode node) {
    return node instanceof ObjectNode object
        ? DeviceKey.of(Json.text(object, "product_id"), Json.text(object, "device_name"))
        : Optional.empty();
  }

  private static @Nullable BindingProof proof(ObjectNode node) {
    String method = Json.text(node, "signmethod");
    Optional<Hmac> hmac = method.isEmpty() ? Optional.of(Hmac.SHA1) : Hmac.of(method);
    return node.has("signature") && hmac.isPresent()
        ? new BindingProof(
            Json.integer(node, "random", 0),
            Json.integer(node, "timestamp", 0),
            hmac.get(),
            Json.text(node, "signature"))
        : null;
  }
}
