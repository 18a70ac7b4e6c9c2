package io.sockettwin.firmware;

import io.sockettwin.wire.at.AtText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The texts the original sends, byte for byte (firmware section 9.3).
final class Messages {

  /// The typing error is the original's.
  private static final String INFO =
      "{\"module_hardinfo\":\"ESP8266\",\"module_softinfo\":\"V1.0\",\"fw_ver\":\"3.0.0\","
          + "\"device_label\":{\"append_info\":\"your self define ifno\"}}";

  /// Says "normal" for an overcurrent (T13).
  private static final String EVENT =
      "\"eventId\":\"status_report\",\"type\":\"info\",\"timestamp\":0,"
          + "\"params\":{\"status\":0,\"message\":\"overcurrent\"}}";

  private Messages() {}

  static String reportInfo(String token) {
    return head("report_info", token) + ", \"params\":" + INFO + "}";
  }

  static String getStatus(String token) {
    return head("get_status", token) + "}";
  }

  static String clearControl(String token) {
    return head("clear_control", token) + "}";
  }

  static String event(String token) {
    return head("event_post", token) + ", " + EVENT;
  }

  static String report(String token, PropertyRecord values, List<Property> properties) {
    StringBuilder params = new StringBuilder();
    for (Property property : properties) {
      params.append(params.isEmpty() ? "" : ",");
      params.append('"').append(property.word()).append("\":").append(property.text(values));
    }
    return head("report", token) + ", \"params\":{" + params + "}}";
  }

  /// Already escaped, its closing brace as well.
  static String escapedControlReply(String token) {
    String open = "{\"method\":\"control_reply\", \"code\":0, \"clientToken\":\"" + token + "\"";
    return AtText.escape(open) + "\\}";
  }

  private static String head(String method, String token) {
    return "{\"method\":\"" + method + "\", \"clientToken\":\"" + token + "\"";
  }

  /// As C prints a float: six decimals, exactly rounded, and words that are no JSON (C10).
  static String decimal(float value) {
    if (Float.isNaN(value)) {
      return "nan";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }
}
