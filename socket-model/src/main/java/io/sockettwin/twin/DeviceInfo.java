package io.sockettwin.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.CleanText;
import io.sockettwin.wire.Message;
import java.util.Map;
import java.util.SequencedMap;

/// What devices say of themselves. It is not checked against the template; it is only bounded
/// (protocol section 5.6).
final class DeviceInfo {
  static final int MAX_ENTRIES = 32;
  static final int MAX_NAME_LENGTH = 64;
  static final int MAX_TEXT_LENGTH = 256;

  /// The name of the version told on the firmware topic; `fw_ver` is the client library's.
  static final String FIRMWARE_VERSION = "fw_version";

  private DeviceInfo() {}

  static void receive(Turn turn, Message.ReportInfo message) {
    if (message.params().isEmpty()) {
      turn.send(
          new Message.ReportInfoReply(message.clientToken(), Check.DOES_NOT_FIT, "no information"));
      return;
    }
    SequencedMap<String, String> info = Ordered.toExtend(turn.info(), message.params().size());
    for (Map.Entry<String, JsonNode> entry : message.params().properties()) {
      if (entry.getValue().isObject()) {
        for (Map.Entry<String, JsonNode> member : entry.getValue().properties()) {
          put(info, entry.getKey() + "." + member.getKey(), member.getValue());
        }
      } else {
        put(info, name(entry.getKey()), entry.getValue());
      }
    }
    turn.info(Ordered.seal(info));
    turn.send(new Message.ReportInfoReply(message.clientToken(), 0, "success"));
  }

  static void firmware(Turn turn, String version) {
    SequencedMap<String, String> info = Ordered.toExtend(turn.info(), 1);
    put(info, FIRMWARE_VERSION, version);
    turn.info(Ordered.seal(info));
    turn.send(new Message.FirmwareVersionReply(0, "success"));
  }

  /// A vendor document misspells it (protocol section 5.6).
  private static String name(String said) {
    return said.equals("moudle_softinfo") ? "module_softinfo" : said;
  }

  private static void put(Map<String, String> info, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      put(info, name, value.asText());
    }
  }

  private static void put(Map<String, String> info, String name, String text) {
    String key = CleanText.of(name);
    if (key.length() <= MAX_NAME_LENGTH && (info.size() < MAX_ENTRIES || info.containsKey(key))) {
      info.put(key, CleanText.of(text.substring(0, Math.min(text.length(), MAX_TEXT_LENGTH))));
    }
  }
}
