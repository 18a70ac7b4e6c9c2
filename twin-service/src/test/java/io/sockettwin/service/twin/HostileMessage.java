package io.sockettwin.service.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A message a device may send, right or wrong, and what must follow.
///
/// @param answer method, code and token of the only answer; empty for none
/// @param dropped the reason under which it is counted; empty when it is not dropped
@SuppressWarnings("ArrayRecordComponent") // not compared
record HostileMessage(String name, String topic, byte[] payload, String answer, String dropped) {
  private static final String DROPPED = "dropped ";
  private static final String TOO_DEEP = "[".repeat(60_000);
  private static final String REPORT = "{\"method\":\"report\",\"clientToken\":%s,\"params\":%s}";
  private static final String NOT_PARSABLE = "report_reply 403 \"\"";
  private static final String STORED = "report_reply 0 \"t\"";

  int reports() {
    return answer.startsWith("report_reply 0 ") ? 1 : 0;
  }

  int events() {
    return answer.startsWith("event_reply 0 ") ? 1 : 0;
  }

  @Override
  public String toString() {
    return name;
  }

  static Stream<HostileMessage> all() throws IOException {
    List<HostileMessage> all = new ArrayList<>(bytes());
    try (var in = HostileMessage.class.getResourceAsStream("/hostile-messages.txt")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(HostileMessage::row)
          .forEach(all::add);
    }
    return all.stream();
  }

  private static HostileMessage row(String line) {
    int first = line.indexOf('|');
    int last = line.lastIndexOf('|');
    String subject = line.substring(0, first).strip();
    String payload = first + 2 < last ? line.substring(first + 2, last - 1) : "";
    String told = line.substring(last + 1).strip();
    String answer =
        switch (told) {
          case "406" -> "report_reply 406 \"t\"";
          case "stored" -> STORED;
          case "taken" -> "";
          default -> told.startsWith(DROPPED) ? "" : spelledAsHeard(told);
        };
    return new HostileMessage(
        line,
        subject.startsWith("$") ? subject : "$thing/up/" + subject,
        (payload.startsWith("=") ? REPORT.formatted("\"t\"", payload.substring(1)) : payload)
            .getBytes(StandardCharsets.UTF_8),
        answer,
        told.startsWith(DROPPED) ? told.substring(DROPPED.length()) : "");
  }

  /// With the token's JSON spelled as a parsed answer spells it.
  private static String spelledAsHeard(String told) {
    int token = told.indexOf(' ', told.indexOf(' ') + 1) + 1;
    try {
      return told.substring(0, token) + new ObjectMapper().readTree(told.substring(token));
    } catch (JsonProcessingException e) {
      throw new AssertionError(told, e);
    }
  }

  /// Those a text file cannot hold, or would not want to.
  private static List<HostileMessage> bytes() {
    String good = REPORT.formatted("\"t\"", "{\"on\":1}");
    String longToken = "\"" + "x".repeat(50_000) + "\"";
    String manyProperties =
        String.join(",", java.util.Collections.nCopies(5_000, "\"on\":1"))
            .transform("{%s}"::formatted);
    return List.of(
        of("byte order mark", "\uFEFF" + good, STORED),
        of("NULs at the end", good + "\0\0", STORED),
        of("NUL in the middle", good.replace("report", "re\0port"), NOT_PARSABLE),
        of("a line break in a text", good.replace("\"t\"", "\"t\n\""), NOT_PARSABLE),
        of("nothing but NULs", "\0".repeat(100), NOT_PARSABLE),
        of("60 KB of blanks", " ".repeat(60_000), NOT_PARSABLE),
        of("60 KB of brackets", TOO_DEEP, NOT_PARSABLE),
        of("deep params", REPORT.formatted("1", "{\"on\":" + TOO_DEEP + "}"), NOT_PARSABLE),
        of("33 levels", REPORT.formatted("1", "[".repeat(33) + "]".repeat(33)), NOT_PARSABLE),
        of("30 levels", REPORT.formatted("\"t\"", deep(28)), "report_reply 406 \"t\""),
        of(
            "a long token",
            REPORT.formatted(longToken, "{\"on\":1}"),
            "report_reply 0 " + longToken),
        of("one property 5000 times", REPORT.formatted("\"t\"", manyProperties), STORED),
        latin1("no UTF-8", good.replace("\"t\"", "\"\u00C3(\""), NOT_PARSABLE),
        latin1("overlong UTF-8", good.replace("\"t\"", "\"\u00C0\u0080\""), NOT_PARSABLE),
        latin1(
            "a surrogate in UTF-8", good.replace("\"t\"", "\"\u00ED\u00A0\u0080\""), NOT_PARSABLE),
        new HostileMessage(
            "UTF-16",
            "$thing/up/property",
            good.getBytes(StandardCharsets.UTF_16LE),
            NOT_PARSABLE,
            ""));
  }

  private static String deep(int levels) {
    return "{\"on\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
  }

  private static HostileMessage of(String name, String payload, String answer) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return new HostileMessage(name, "$thing/up/property", bytes, answer, "");
  }

  private static HostileMessage latin1(String name, String payload, String answer) {
    byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
    return new HostileMessage(name, "$thing/up/property", bytes, answer, "");
  }
}
