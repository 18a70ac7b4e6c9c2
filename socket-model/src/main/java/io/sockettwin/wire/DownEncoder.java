package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import java.util.Locale;

/// Writes what the cloud says, members in the order of the protocol's examples.
final class DownEncoder {
  private DownEncoder() {}

  static byte[] encode(Message.Down message) {
    return switch (message) {
      case Message.RawDown raw -> UpEncoder.copy(raw.payload());
      case Message.RemoteCall call -> UpEncoder.copy(call.payload());
      case Message.GetStatusReply reply -> getStatusReply(reply);
      default -> Json.bytes(json(message));
    };
  }

  private static ObjectNode json(Message.Down message) {
    return switch (message) {
      case Message.ReportReply(var token, int code, String status) ->
          reply("report", token, code, status);
      case Message.GetStatusReply reply -> getStatusReply(reply, true);
      case Message.Control(var token, var params) ->
          UpEncoder.envelope("control", token).set("params", params);
      case Message.ClearControlReply(var token, int code, String status) ->
          reply("clear_control", token, code, status);
      case Message.ReportInfoReply(var token, int code, String status) ->
          reply("report_info", token, code, status);
      case Message.EventReply reply -> eventReply(reply);
      case Message.Action(var token, String actionId, var at, var params) ->
          UpEncoder.envelope("action", token)
              .put("actionId", actionId)
              .put("timestamp", at.getEpochSecond())
              .set("params", params);
      case Message.ModelDefine(var token, int code, var model) ->
          UpEncoder.envelope("get_model_define_reply", token).put("code", code).set("model", model);
      case Message.ServiceReply(var token, String method, int code, String status) ->
          reply(method, token, code, status);
      case Message.BindDevice(var token, var at) ->
          UpEncoder.envelope("bind_device", token).put("timestamp", at.getEpochSecond());
      case Message.UnbindDevice(var token, var at) ->
          UpEncoder.envelope("unbind_device", token).put("timestamp", at.getEpochSecond());
      case Message.Time time -> SystemMessages.write(time);
      case Message.FirmwareVersionReply reply -> SystemMessages.write(reply);
      case Message.UpdateFirmware update -> SystemMessages.write(update);
      case Message.LogLevel(var token, int level) -> {
        ObjectNode json = Json.object().put("type", "get_log_level").put("log_level", level);
        yield token.equals(ClientToken.NONE) ? json : json.set("clientToken", token.toJson());
      }
      case Message.GatewayReply reply -> GatewayMessages.write(reply);
      case Message.GatewayChange change -> GatewayMessages.write(change);
      case Message.RemoteCall raw -> throw new IllegalArgumentException("not JSON: " + raw);
      case Message.RawDown raw -> throw new IllegalArgumentException("not JSON: " + raw);
    };
  }

  private static ObjectNode reply(String method, ClientToken token, int code, String status) {
    return UpEncoder.envelope(method + "_reply", token).put("code", code).put("status", status);
  }

  private static byte[] getStatusReply(Message.GetStatusReply reply) {
    byte[] bytes = Json.bytes(getStatusReply(reply, true));
    return bytes.length > MessageCodec.DEVICE_PAYLOAD_BYTES && reply.metadata() != null
        ? Json.bytes(getStatusReply(reply, false))
        : bytes;
  }

  /// `data` is always there: without it the Java client throws the reply away (protocol section 19,
  /// item 34).
  private static ObjectNode getStatusReply(Message.GetStatusReply reply, boolean withMetadata) {
    ObjectNode json = reply("get_status", reply.clientToken(), reply.code(), reply.status());
    if (reply.scope() != StatusScope.BOTH) {
      json.put("type", reply.scope().name().toLowerCase(Locale.ROOT));
    }
    ObjectNode data = json.putObject("data");
    if (reply.reported() != null && !reply.reported().isEmpty()) {
      data.set("reported", reply.reported());
    }
    if (reply.control() != null && !reply.control().isEmpty()) {
      data.set("control", reply.control());
    }
    if (withMetadata && reply.metadata() != null && !reply.metadata().isEmpty()) {
      data.set("metadata", reply.metadata());
    }
    return json;
  }

  private static ObjectNode eventReply(Message.EventReply reply) {
    ObjectNode json =
        UpEncoder.envelope(reply.batch() ? "events_reply" : "event_reply", reply.clientToken());
    if (reply.version() != null) {
      json.put("version", reply.version());
    }
    json.put("code", reply.code()).put("status", reply.status());
    json.putObject("data");
    return json;
  }

  static Topic topicOf(Message.Down message, DeviceKey device) {
    return switch (message) {
      case Message.ReportReply _,
          Message.GetStatusReply _,
          Message.Control _,
          Message.ClearControlReply _,
          Message.ReportInfoReply _ ->
          new Topic(TopicKind.PROPERTY_DOWN, device);
      case Message.EventReply _ -> new Topic(TopicKind.EVENT_DOWN, device);
      case Message.Action _ -> new Topic(TopicKind.ACTION_DOWN, device);
      case Message.ModelDefine _,
          Message.ServiceReply _,
          Message.BindDevice _,
          Message.UnbindDevice _ ->
          new Topic(TopicKind.SERVICE_DOWN, device);
      case Message.Time _ -> new Topic(TopicKind.SYSTEM_DOWN, device);
      case Message.FirmwareVersionReply _, Message.UpdateFirmware _ ->
          new Topic(TopicKind.FIRMWARE_DOWN, device);
      case Message.LogLevel _ -> new Topic(TopicKind.LOG_DOWN, device);
      case Message.GatewayReply _, Message.GatewayChange _ ->
          new Topic(TopicKind.GATEWAY_DOWN, device);
      case Message.RemoteCall call -> new Topic(TopicKind.CALL_DOWN, device, call.processId());
      case Message.RawDown raw -> new Topic(raw.kind(), device);
    };
  }
}
