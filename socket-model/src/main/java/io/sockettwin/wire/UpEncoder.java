package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import java.nio.ByteBuffer;
import java.util.Locale;

/// Writes what a device says, members in the order stock clients send them.
final class UpEncoder {
  private UpEncoder() {}

  static byte[] encode(Message.Up message) {
    return switch (message) {
      case Message.RawUp raw -> copy(raw.payload());
      case Message.RemoteCallReply reply -> copy(reply.payload());
      default -> Json.bytes(json(message));
    };
  }

  static byte[] copy(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    return bytes;
  }

  static ObjectNode envelope(String method, ClientToken token) {
    ObjectNode json = Json.object().put("method", method);
    json.set("clientToken", token.toJson());
    return json;
  }

  private static ObjectNode json(Message.Up message) {
    return switch (message) {
      case Message.Report report -> report(report);
      case Message.GetStatus get -> getStatus(get);
      case Message.ControlReply(var token, int code, String status) -> {
        ObjectNode json = envelope("control_reply", token).put("code", code);
        yield status.isEmpty() ? json : json.put("status", status);
      }
      case Message.ClearControl(var token) -> envelope("clear_control", token);
      case Message.ReportInfo(var token, var params) ->
          envelope("report_info", token).set("params", params);
      case Message.EventPost post -> eventPost(post);
      case Message.ActionReply(var token, int code, String status, var response) ->
          envelope("action_reply", token)
              .put("code", code)
              .put("status", status)
              .set("response", response);
      case Message.AppBindToken(var token, String bindToken) -> {
        ObjectNode json = envelope("app_bind_token", token);
        json.putObject("params").put("token", bindToken);
        yield json;
      }
      case Message.GetModelDefine(var token) -> envelope("get_model_define", token);
      case Message.ServiceRequest request -> request.body();
      case Message.GetTime() -> {
        ObjectNode json = Json.object().put("type", "get");
        json.putArray("resource").add("time");
        yield json;
      }
      case Message.FirmwareVersion(String version) -> {
        ObjectNode json = Json.object().put("type", "report_version");
        json.putObject("report").put("version", version);
        yield json;
      }
      case Message.FirmwareProgress progress -> progress(progress);
      case Message.GetLogLevel(var token) ->
          Json.object().put("type", "get_log_level").set("clientToken", token.toJson());
      case Message.Gateway gateway -> GatewayMessages.write(gateway);
      case Message.RawUp raw -> throw new IllegalArgumentException("not JSON: " + raw);
      case Message.RemoteCallReply raw -> throw new IllegalArgumentException("not JSON: " + raw);
    };
  }

  private static ObjectNode report(Message.Report report) {
    ObjectNode json = envelope("report", report.clientToken());
    if (report.at() != null) {
      json.put("timestamp", report.at().toEpochMilli());
    }
    json.set("params", report.params());
    if (report.metadata() != null) {
      json.set("metadata", report.metadata());
    }
    return report.automation() ? json : json.put("automation", "disable");
  }

  private static ObjectNode getStatus(Message.GetStatus get) {
    ObjectNode json = envelope("get_status", get.clientToken());
    if (get.scope() != StatusScope.BOTH) {
      json.put("type", get.scope().name().toLowerCase(Locale.ROOT));
    }
    return get.metadata() ? json.put("showmeta", 1) : json;
  }

  private static ObjectNode eventPost(Message.EventPost post) {
    ObjectNode json = envelope(post.batch() ? "events_post" : "event_post", post.clientToken());
    if (post.version() != null) {
      json.put("version", post.version());
    }
    if (post.batch() || post.events().size() != 1) {
      var events = json.putArray("events");
      post.events().forEach(event -> write(events.addObject(), event));
    } else {
      write(json, post.events().getFirst());
    }
    return json;
  }

  private static void write(ObjectNode json, PostedEvent event) {
    json.put("eventId", event.eventId());
    if (event.kind() != null) {
      json.put("type", event.kind().name().toLowerCase(Locale.ROOT));
    }
    json.put("timestamp", event.at() == null ? 0 : event.at().toEpochMilli());
    json.set("params", event.params());
  }

  /// The numbers are strings (protocol section 9).
  private static ObjectNode progress(Message.FirmwareProgress progress) {
    ObjectNode json = Json.object().put("type", "report_progress");
    ObjectNode report = json.putObject("report");
    report
        .putObject("progress")
        .put("state", progress.state())
        .put("percent", Integer.toString(progress.percent()))
        .put("result_code", Integer.toString(progress.code()))
        .put("result_msg", progress.status());
    report.put("version", progress.version());
    return json;
  }

  static Topic topicOf(Message.Up message, DeviceKey device) {
    return switch (message) {
      case Message.Report _,
          Message.GetStatus _,
          Message.ControlReply _,
          Message.ClearControl _,
          Message.ReportInfo _ ->
          new Topic(TopicKind.PROPERTY_UP, device);
      case Message.EventPost _ -> new Topic(TopicKind.EVENT_UP, device);
      case Message.ActionReply _ -> new Topic(TopicKind.ACTION_UP, device);
      case Message.AppBindToken _, Message.GetModelDefine _, Message.ServiceRequest _ ->
          new Topic(TopicKind.SERVICE_UP, device);
      case Message.GetTime _ -> new Topic(TopicKind.SYSTEM_UP, device);
      case Message.FirmwareVersion _, Message.FirmwareProgress _ ->
          new Topic(TopicKind.FIRMWARE_UP, device);
      case Message.GetLogLevel _ -> new Topic(TopicKind.LOG_UP, device);
      case Message.Gateway _ -> new Topic(TopicKind.GATEWAY_UP, device);
      case Message.RemoteCallReply reply -> new Topic(TopicKind.CALL_UP, device, reply.processId());
      case Message.RawUp raw -> new Topic(raw.kind(), device);
    };
  }
}
