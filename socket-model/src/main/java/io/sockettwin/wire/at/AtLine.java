package io.sockettwin.wire.at;

import java.nio.charset.StandardCharsets;

/// A line from the modem to the processor.
public sealed interface AtLine {

  record Ok() implements AtLine {}

  /// The command failed: `ERROR`, `FAIL` or an error code.
  record Failed(String text) implements AtLine {}

  /// The modem waits for the bytes of a long publish.
  record Prompt() implements AtLine {}

  /// Whether the MQTT session stands.
  record State(boolean connected) implements AtLine {}

  /// How a command ended that takes its time, such as `TCMQTTCONN`.
  ///
  /// @param detail `OK`, or `FAIL` and a number
  record Ended(String command, String detail) implements AtLine {
    public boolean ok() {
      return detail.equals("OK");
    }
  }

  record Received(String topic, String payload) implements AtLine {}

  /// The MQTT session is gone, for a reason as in `-103`.
  record Disconnected(int reason) implements AtLine {}

  record Reconnecting() implements AtLine {}

  record Reconnected() implements AtLine {}

  /// Boot texts, versions, news of the network.
  record Other(String text) implements AtLine {}

  /// Reads a line without its end. A message that does not fit its own length is no message.
  static AtLine parse(String line) {
    if (line.equals("OK")) {
      return new Ok();
    }
    if (line.equals(">")) {
      return new Prompt();
    }
    // News first: a message may well contain the word ERROR.
    if (line.startsWith("+TC")) {
      return news(line);
    }
    return line.contains("ERROR") || line.startsWith("FAIL") || line.startsWith("ERR CODE:")
        ? new Failed(line)
        : new Other(line);
  }

  private static AtLine news(String line) {
    int mark = line.indexOf(':');
    if (mark < 0) {
      return switch (line) {
        case "+TCMQTTRECONNECTING" -> new Reconnecting();
        case "+TCMQTTRECONNECTED" -> new Reconnected();
        default -> line.startsWith("+TCMQTTDISCON,") ? disconnected(line) : new Other(line);
      };
    }
    String name = line.substring(1, mark);
    String detail = line.substring(mark + 1);
    return switch (name) {
      case "TCMQTTRCVPUB" -> received(line, detail);
      case "TCMQTTSTATE" -> new State(detail.equals("1"));
      default ->
          detail.equals("OK") || detail.startsWith("FAIL")
              ? new Ended(name, detail)
              : new Other(line);
    };
  }

  private static AtLine received(String line, String detail) {
    int topicEnd = detail.indexOf("\",");
    int lengthEnd = detail.indexOf(",\"", topicEnd + 2);
    if (topicEnd < 1 || lengthEnd < 0 || !detail.startsWith("\"") || !detail.endsWith("\"")) {
      return new Other(line);
    }
    if (lengthEnd + 2 > detail.length() - 1) {
      return new Other(line);
    }
    String payload = detail.substring(lengthEnd + 2, detail.length() - 1);
    int length = number(detail.substring(topicEnd + 2, lengthEnd));
    return length == payload.getBytes(StandardCharsets.UTF_8).length
        ? new Received(detail.substring(1, topicEnd), payload)
        : new Other(line);
  }

  private static AtLine disconnected(String line) {
    return new Disconnected(number(line.substring("+TCMQTTDISCON,".length())));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE;
    }
  }

  /// The line, without its end.
  default String line() {
    return switch (this) {
      case Ok() -> "OK";
      case Failed(String text) -> text;
      case Prompt() -> ">";
      case State(boolean connected) -> "+TCMQTTSTATE:" + (connected ? 1 : 0);
      case Ended(String command, String detail) -> "+" + command + ":" + detail;
      case Received(String topic, String payload) ->
          "+TCMQTTRCVPUB:\""
              + topic
              + "\","
              + payload.getBytes(StandardCharsets.UTF_8).length
              + ",\""
              + payload
              + "\"";
      case Disconnected(int reason) -> "+TCMQTTDISCON," + reason;
      case Reconnecting() -> "+TCMQTTRECONNECTING";
      case Reconnected() -> "+TCMQTTRECONNECTED";
      case Other(String text) -> text;
    };
  }
}
