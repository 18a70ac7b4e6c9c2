package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.EventKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what devices say.
final class UpDecoder {
  private UpDecoder() {}

  static Decoded<Message.Up> decode(Topic topic, byte[] payload) {
    TopicKind kind = topic.kind();
    if (payload.length > MessageCodec.MAX_PAYLOAD_BYTES) {
      return Refusals.notParsable(kind);
    }
    return switch (kind) {
      case PROPERTY_UP,
          EVENT_UP,
          ACTION_UP,
          SERVICE_UP,
          SYSTEM_UP,
          FIRMWARE_UP,
          LOG_UP,
          GATEWAY_UP -> {
        ObjectNode body = Json.read(payload);
        yield body == null ? Refusals.notParsable(kind) : decode(kind, body);
      }
      case CALL_UP -> understood(new Message.RemoteCallReply(topic.processId(), readOnly(payload)));
      case RAW_UP, SHADOW_UP, CONFIG_UP, RESOURCE_UP, TEMPLATE_UP, USER_EVENT, USER_DATA ->
          understood(new Message.RawUp(kind, readOnly(payload)));
      case PROPERTY_DOWN,
          EVENT_DOWN,
          ACTION_DOWN,
          SERVICE_DOWN,
          RAW_DOWN,
          SYSTEM_DOWN,
          FIRMWARE_DOWN,
          LOG_DOWN,
          GATEWAY_DOWN,
          CALL_DOWN,
          BROADCAST_DOWN,
          SHADOW_DOWN,
          CONFIG_DOWN,
          RESOURCE_DOWN,
          TEMPLATE_DOWN,
          USER_CONTROL ->
          Refusals.dropped(Check.NOT_PARSABLE, "not a topic devices publish to");
    };
  }

  private static Decoded<Message.Up> decode(TopicKind kind, ObjectNode body) {
    return switch (kind) {
      case PROPERTY_UP -> property(body);
      case EVENT_UP -> event(body);
      case ACTION_UP -> action(body);
      case SERVICE_UP -> service(body);
      case SYSTEM_UP -> SystemMessages.time(body);
      case FIRMWARE_UP -> SystemMessages.firmware(body);
      case LOG_UP -> SystemMessages.logLevel(body);
      default -> GatewayMessages.request(body);
    };
  }

  private static Decoded<Message.Up> property(ObjectNode body) {
    ClientToken token = ClientToken.read(body.get("clientToken"));
    String method = Json.text(body, "method");
    return switch (method) {
      case "report" -> report(token, body);
      case "get_status" ->
          understood(
              new Message.GetStatus(token, scope(body), Json.integer(body, "showmeta", 0) == 1));
      case "control_reply" -> understood(controlReply(token, body));
      case "clear_control" -> understood(new Message.ClearControl(token));
      case "report_info" ->
          body.get("params") instanceof ObjectNode params && !params.isEmpty()
              ? understood(new Message.ReportInfo(token, params))
              : doesNotFit(
                  "report_info without params",
                  new Message.ReportInfoReply(token, Check.DOES_NOT_FIT, "checkReportData fail"));
      case "" ->
          // Python answers without a method (protocol section 19, item 5).
          !body.has("method") && body.has("code")
              ? understood(controlReply(token, body))
              : Refusals.dropped(Check.DOES_NOT_FIT, "no method");
      default -> Refusals.dropped(Check.DOES_NOT_FIT, "unknown property method");
    };
  }

  private static Decoded<Message.Up> report(ClientToken token, ObjectNode body) {
    if (!(body.get("params") instanceof ObjectNode params) || params.isEmpty()) {
      return doesNotFit(
          "report without params",
          new Message.ReportReply(token, Check.DOES_NOT_FIT, "checkReportData fail"));
    }
    ObjectNode metadata = body.get("metadata") instanceof ObjectNode object ? object : null;
    boolean automation = !Json.text(body, "automation").equals("disable");
    return understood(
        new Message.Report(
            token, Timestamps.read(body.get("timestamp")), params, metadata, automation));
  }

  private static StatusScope scope(ObjectNode body) {
    return switch (Json.text(body, "type")) {
      case "report" -> StatusScope.REPORT;
      case "control" -> StatusScope.CONTROL;
      default -> StatusScope.BOTH;
    };
  }

  /// A code that is no number means that the device did not say it had succeeded.
  private static Message.ControlReply controlReply(ClientToken token, ObjectNode body) {
    return new Message.ControlReply(token, code(body), Json.text(body, "status"));
  }

  static int code(ObjectNode body) {
    long code = Json.integer(body, "code", body.has("code") ? -1 : 0);
    return code == (int) code ? (int) code : -1;
  }

  private static Decoded<Message.Up> event(ObjectNode body) {
    ClientToken token = ClientToken.read(body.get("clientToken"));
    String method = Json.text(body, "method");
    boolean batch = method.equals("events_post");
    if (!batch && !method.equals("event_post")) {
      return Refusals.dropped(Check.DOES_NOT_FIT, "unknown event method");
    }
    String version = body.has("version") ? Json.text(body, "version") : null;
    // Python puts a single event into an array, so the array decides (protocol section 6).
    Iterable<JsonNode> nodes =
        body.get("events") instanceof ArrayNode array ? array : batch ? List.of() : List.of(body);
    List<PostedEvent> events = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (!(node instanceof ObjectNode event) || Json.text(event, "eventId").isEmpty()) {
        return eventRefused(
            token, version, batch, Check.NOT_DEFINED, " not defined", "event without eventId");
      }
      String eventId = Json.text(event, "eventId");
      if (Timestamps.isMalformed(event.get("timestamp"))) {
        return eventRefused(
            token, version, batch, Check.TOO_OLD, eventId + " too old", "malformed timestamp");
      }
      events.add(
          new PostedEvent(
              eventId,
              kind(event),
              Timestamps.read(event.get("timestamp")),
              Json.object(event, "params")));
    }
    return events.isEmpty()
        ? eventRefused(
            token, version, batch, Check.DOES_NOT_FIT, "Param count not match", "no events")
        : understood(new Message.EventPost(token, version, batch, events));
  }

  private static Decoded<Message.Up> eventRefused(
      ClientToken token,
      @Nullable String version,
      boolean batch,
      int code,
      String status,
      String reason) {
    return new Decoded.Refused<>(
        code, reason, new Message.EventReply(token, version, batch, code, status));
  }

  private static @Nullable EventKind kind(ObjectNode event) {
    return switch (Json.text(event, "type")) {
      case "info" -> EventKind.INFO;
      case "alert" -> EventKind.ALERT;
      // Old documents say fatal (protocol section 19, item 29).
      case "fault", "fatal" -> EventKind.FAULT;
      default -> null;
    };
  }

  private static Decoded<Message.Up> action(ObjectNode body) {
    String method = Json.text(body, "method");
    if (!method.equals("action_reply") && !(method.isEmpty() && body.has("code"))) {
      return Refusals.dropped(Check.DOES_NOT_FIT, "unknown action method");
    }
    return understood(
        new Message.ActionReply(
            ClientToken.read(body.get("clientToken")),
            code(body),
            Json.text(body, "status"),
            Json.object(body, "response")));
  }

  private static Decoded<Message.Up> service(ObjectNode body) {
    ClientToken token = ClientToken.read(body.get("clientToken"));
    String method = Json.text(body, "method");
    return switch (method) {
      case "" -> Refusals.dropped(Check.DOES_NOT_FIT, "no method");
      case "app_bind_token" ->
          understood(
              new Message.AppBindToken(token, Json.text(Json.object(body, "params"), "token")));
      case "get_model_define" -> understood(new Message.GetModelDefine(token));
      default -> understood(new Message.ServiceRequest(token, method, body));
    };
  }

  static Decoded<Message.Up> understood(Message.Up message) {
    return new Decoded.Understood<>(message);
  }

  private static Decoded<Message.Up> doesNotFit(String reason, Message.Down reply) {
    return new Decoded.Refused<>(Check.DOES_NOT_FIT, reason, reply);
  }

  private static ByteBuffer readOnly(byte[] payload) {
    return ByteBuffer.wrap(payload).asReadOnlyBuffer();
  }
}
