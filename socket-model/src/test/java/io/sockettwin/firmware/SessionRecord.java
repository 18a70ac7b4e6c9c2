package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// What is said between processor, modem and cloud, in the words of the recordings, without times.
final class SessionRecord {

  private final List<String> messages = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  void atCommand(long now, String line) {
    add(now, node().put("at_command", line));
  }

  void rawPayload(long now, String payload) {
    add(now, node().put("at_raw_payload", payload));
  }

  void up(long now, String topic, String payload) {
    add(now, node().put("mqtt_up_topic", topic).put("mqtt_up_payload", payload));
  }

  void down(long now, String kind, String payload) {
    add(now, node().put("mqtt_down", kind).put("payload", payload));
  }

  void effect(long now, String what, long value) {
    add(now, node().put(what, value));
  }

  List<String> messages() {
    return messages;
  }

  /// With times, for the text of a failure.
  List<String> timed() {
    List<String> timed = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      timed.add(times.get(i) + " " + messages.get(i));
    }
    return timed;
  }

  private void add(long now, ObjectNode message) {
    messages.add(message.toString());
    times.add(now);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
