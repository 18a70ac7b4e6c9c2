package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;

/// Reads time, firmware and log-level requests (protocol section 9).
final class SystemMessages {
  private SystemMessages() {}

  static Decoded<Message.Up> time(ObjectNode body) {
    if (Json.text(body, "type").equals("get")) {
      for (JsonNode name : body.path("resource")) {
        if (name.isTextual() && name.textValue().equals("time")) {
          return UpDecoder.understood(new Message.GetTime());
        }
      }
    }
    return Refusals.dropped(Check.DOES_NOT_FIT, "unknown system request");
  }

  static Decoded<Message.Up> firmware(ObjectNode body) {
    ObjectNode report = Json.object(body, "report");
    String version = Json.text(report, "version");
    return switch (Json.text(body, "type")) {
      case "report_version" -> UpDecoder.understood(new Message.FirmwareVersion(version));
      case "report_progress" -> {
        ObjectNode progress = Json.object(report, "progress");
        yield UpDecoder.understood(
            new Message.FirmwareProgress(
                version,
                Json.text(progress, "state"),
                Math.clamp(Json.integer(progress, "percent", 0), 0, 100),
                Math.clamp(
                    Json.integer(progress, "result_code", 0), Integer.MIN_VALUE, Integer.MAX_VALUE),
                Json.text(progress, "result_msg")));
      }
      default -> Refusals.dropped(Check.DOES_NOT_FIT, "unknown firmware report");
    };
  }

  static Decoded<Message.Up> logLevel(ObjectNode body) {
    return Json.text(body, "type").equals("get_log_level")
        ? UpDecoder.understood(new Message.GetLogLevel(ClientToken.read(body.get("clientToken"))))
        : Refusals.dropped(Check.DOES_NOT_FIT, "unknown log request");
  }
}
