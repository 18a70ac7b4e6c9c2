package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DeviceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes what gateways and the cloud say about sub-devices (protocol section 9).
final class GatewayMessages {
  private GatewayMessages() {}

  static Decoded<Message.Up> request(ObjectNode body) {
    List<SubDevice> devices = new ArrayList<>();
    for (JsonNode node : devices(body)) {
      Optional<DeviceKey> device = device(node);
      if (device.isEmpty()) {
        return Refusals.dropped(Check.DOES_NOT_FIT, "malformed sub-device");
      }
      devices.add(new SubDevice(device.get(), proof((ObjectNode) node)));
    }
    String type = Json.text(body, "type");
    return GatewayOperation.of(type)
        .map(operation -> UpDecoder.understood(new Message.Gateway(operation, devices)))
        .orElseGet(() -> unsupported(type, devices));
  }

  /// A request without devices has nothing that could carry a result.
  private static Decoded<Message.Up> unsupported(String type, List<SubDevice> devices) {
    String reason = "unknown gateway request";
    if (devices.isEmpty()) {
      return Refusals.dropped(Check.DOES_NOT_FIT, reason);
    }
    List<SubDevice.Result> results =
        devices.stream()
            .map(sub -> new SubDevice.Result(sub.device(), SubDevice.Result.METHOD_UNSUPPORTED))
            .toList();
    return new Decoded.Refused<>(
        SubDevice.Result.METHOD_UNSUPPORTED, reason, new Message.GatewayReply(type, results));
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
    String type = Json.text(body, "type");
    if (type.equals("change")) {
      boolean bound = Json.integer(Json.object(body, "payload"), "status", 0) == 1;
      return DownDecoder.understood(
          new Message.GatewayChange(
              bound, results.stream().map(SubDevice.Result::device).toList()));
    }
    return GatewayOperation.of(type).isEmpty() && results.isEmpty()
        ? Refusals.dropped(Check.DOES_NOT_FIT, "unknown gateway result")
        : DownDecoder.understood(new Message.GatewayReply(type, results));
  }

  static ObjectNode write(Message.Gateway message) {
    ObjectNode json = Json.object().put("type", message.operation().word());
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
              .put("signmethod", proof.method())
              .put("authtype", "psk");
        }
      }
    }
    return json;
  }

  static ObjectNode write(Message.GatewayReply message) {
    ObjectNode json = Json.object().put("type", message.type());
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
    return node.has("signature")
        ? new BindingProof(
            Json.integer(node, "random", 0),
            Json.integer(node, "timestamp", 0),
            method.isEmpty() ? Hmac.SHA1.id() : method,
            Json.text(node, "signature"))
        : null;
  }
}
