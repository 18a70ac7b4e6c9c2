package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads what the cloud says to a device.
final class DownDecoder {
  private DownDecoder() {}

  static Decoded<Message.Down> decode(Topic topic, byte[] payload) {
    if (payload.length > MessageCodec.MAX_PAYLOAD_BYTES) {
      return Refusals.dropped(Check.NOT_PARSABLE, "payload too long");
    }
    TopicKind kind = topic.kind();
    return switch (kind) {
      case PROPERTY_DOWN,
          EVENT_DOWN,
          ACTION_DOWN,
          SERVICE_DOWN,
          SYSTEM_DOWN,
          FIRMWARE_DOWN,
          LOG_DOWN,
          GATEWAY_DOWN -> {
        ObjectNode body = Json.read(payload);
        yield body == null
            ? Refusals.dropped(Check.NOT_PARSABLE, Refusals.NOT_PARSABLE)
            : decode(kind, body);
      }
      case CALL_DOWN ->
          understood(
              new Message.RemoteCall(
                  topic.processId(), ByteBuffer.wrap(payload).asReadOnlyBuffer()));
      case RAW_DOWN,
          BROADCAST_DOWN,
          SHADOW_DOWN,
          CONFIG_DOWN,
          RESOURCE_DOWN,
          TEMPLATE_DOWN,
          USER_CONTROL,
          USER_DATA ->
          understood(new Message.RawDown(kind, ByteBuffer.wrap(payload).asReadOnlyBuffer()));
      case PROPERTY_UP,
          EVENT_UP,
          ACTION_UP,
          SERVICE_UP,
          RAW_UP,
          SYSTEM_UP,
          FIRMWARE_UP,
          LOG_UP,
          GATEWAY_UP,
          CALL_UP,
          SHADOW_UP,
          CONFIG_UP,
          RESOURCE_UP,
          TEMPLATE_UP,
          USER_EVENT ->
          Refusals.dropped(Check.NOT_PARSABLE, "not a topic devices subscribe to");
    };
  }

  private static Decoded<Message.Down> decode(TopicKind kind, ObjectNode body) {
    ClientToken token = ClientToken.read(body.get("clientToken"));
    return switch (kind) {
      case PROPERTY_DOWN -> property(token, body);
      case EVENT_DOWN -> event(token, body);
      case ACTION_DOWN -> action(token, body);
      case SERVICE_DOWN -> service(token, body);
      case SYSTEM_DOWN -> time(body);
      case FIRMWARE_DOWN -> firmware(body);
      case LOG_DOWN -> {
        long level = Json.integer(body, "log_level", -1);
        yield level < 0 || level > 4
            ? Refusals.dropped(Check.DOES_NOT_FIT, "log_level out of range")
            : understood(new Message.LogLevel(token, (int) level));
      }
      default -> GatewayMessages.result(body);
    };
  }

  private static Decoded<Message.Down> property(ClientToken token, ObjectNode body) {
    int code = UpDecoder.code(body);
    String status = Json.text(body, "status");
    return switch (Json.text(body, "method")) {
      case "report_reply" -> understood(new Message.ReportReply(token, code, status));
      case "get_status_reply" -> understood(getStatusReply(token, code, status, body));
      case "control" ->
          body.get("params") instanceof ObjectNode params
              ? understood(new Message.Control(token, params))
              : Refusals.dropped(Check.DOES_NOT_FIT, "control without params");
      case "clear_control_reply" -> understood(new Message.ClearControlReply(token, code, status));
      case "report_info_reply" -> understood(new Message.ReportInfoReply(token, code, status));
      default -> Refusals.dropped(Check.DOES_NOT_FIT, "unknown property method");
    };
  }

  /// One vendor document names the values `report`; everybody sends `reported` (protocol section
  /// 5.2).
  private static Message.GetStatusReply getStatusReply(
      ClientToken token, int code, String status, ObjectNode body) {
    StatusScope scope =
        switch (Json.text(body, "type")) {
          case "report" -> StatusScope.REPORT;
          case "control" -> StatusScope.CONTROL;
          default -> StatusScope.BOTH;
        };
    ObjectNode data = Json.object(body, "data");
    ObjectNode reported = member(data, data.has("reported") ? "reported" : "report");
    return new Message.GetStatusReply(
        token, code, status, scope, reported, member(data, "control"), member(data, "metadata"));
  }

  private static @Nullable ObjectNode member(ObjectNode data, String name) {
    return data.get(name) instanceof ObjectNode object ? object : null;
  }

  private static Decoded<Message.Down> event(ClientToken token, ObjectNode body) {
    String method = Json.text(body, "method");
    boolean batch = method.equals("events_reply");
    if (!batch && !method.equals("event_reply")) {
      return Refusals.dropped(Check.DOES_NOT_FIT, "unknown event method");
    }
    String version = body.has("version") ? Json.text(body, "version") : null;
    return understood(
        new Message.EventReply(
            token, version, batch, UpDecoder.code(body), Json.text(body, "status")));
  }

  private static Decoded<Message.Down> action(ClientToken token, ObjectNode body) {
    String actionId = Json.text(body, "actionId");
    return Json.text(body, "method").equals("action") && !actionId.isEmpty()
        ? understood(new Message.Action(token, actionId, at(body), Json.object(body, "params")))
        : Refusals.dropped(Check.DOES_NOT_FIT, "unknown action message");
  }

  private static Decoded<Message.Down> service(ClientToken token, ObjectNode body) {
    String method = Json.text(body, "method");
    return switch (method) {
      case "bind_device" -> understood(new Message.BindDevice(token, at(body)));
      case "unbind_device" -> understood(new Message.UnbindDevice(token, at(body)));
      case "get_model_define_reply" ->
          understood(
              new Message.ModelDefine(token, UpDecoder.code(body), Json.object(body, "model")));
      default ->
          method.endsWith("_reply") && method.length() > "_reply".length()
              ? understood(
                  new Message.ServiceReply(
                      token,
                      method.substring(0, method.length() - "_reply".length()),
                      UpDecoder.code(body),
                      Json.text(body, "status")))
              : Refusals.dropped(Check.DOES_NOT_FIT, "unknown service method");
    };
  }

  private static Instant at(ObjectNode body) {
    Instant at = Timestamps.read(body.get("timestamp"));
    return at == null ? Instant.EPOCH : at;
  }

  /// Old services sent only `time`, in seconds (protocol section 9).
  private static Decoded<Message.Down> time(ObjectNode body) {
    Instant seconds = Timestamps.read(body.get("time"));
    Instant received = Timestamps.read(body.get("ntptime1"));
    Instant sent = Timestamps.read(body.get("ntptime2"));
    Instant first = received != null ? received : seconds;
    Instant second = sent != null ? sent : first;
    return Json.text(body, "type").equals("get") && first != null && second != null
        ? understood(new Message.Time(first, second))
        : Refusals.dropped(Check.DOES_NOT_FIT, "unknown system message");
  }

  private static Decoded<Message.Down> firmware(ObjectNode body) {
    return switch (Json.text(body, "type")) {
      case "report_version_rsp" ->
          understood(
              new Message.FirmwareVersionReply(
                  Math.clamp(
                      Json.integer(body, "result_code", 0), Integer.MIN_VALUE, Integer.MAX_VALUE),
                  Json.text(body, "result_msg")));
      case "update_firmware" ->
          understood(
              new Message.UpdateFirmware(
                  Json.text(body, "version"),
                  Json.text(body, "url"),
                  Json.integer(body, "file_size", 0),
                  Json.text(body, "md5sum")));
      default -> Refusals.dropped(Check.DOES_NOT_FIT, "unknown firmware message");
    };
  }

  static Decoded<Message.Down> understood(Message.Down message) {
    return new Decoded.Understood<>(message);
  }
}
