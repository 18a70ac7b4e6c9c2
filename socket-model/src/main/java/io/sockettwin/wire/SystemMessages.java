package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Check;

/// Reads time, firmware and log-level requests, and writes the answers (protocol section 9).
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

  static ObjectNode write(Message.Time time) {
    return Json.object()
        .put("type", "get")
        .put("time", time.sentAt().getEpochSecond())
        .put("ntptime1", time.receivedAt().toEpochMilli())
        .put("ntptime2", time.sentAt().toEpochMilli());
  }

  static ObjectNode write(Message.FirmwareVersionReply reply) {
    return Json.object()
        .put("type", "report_version_rsp")
        .put("result_code", reply.code())
        .put("result_msg", reply.status());
  }

  static ObjectNode write(Message.UpdateFirmware update) {
    return Json.object()
        .put("type", "update_firmware")
        .put("file_size", update.sizeBytes())
        .put("md5sum", update.md5())
        .put("url", update.url())
        .put("version", update.version());
  }
}
