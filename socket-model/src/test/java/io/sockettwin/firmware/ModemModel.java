package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtLine;
import io.sockettwin.wire.at.AtText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The modem and the cloud behind it, as simulated in the recordings.
final class ModemModel implements Modem {

  /// After the result of a command, the time to what the cloud says about it.
  private static final int NEWS_MILLIS = 30;

  private static final JsonMapper MAPPER = new JsonMapper();

  /// Something that will happen; of the same time, in the order it was planned.
  private record Planned(long time, Runnable act) {}

  private final JsonNode model;
  private final DeviceInfo device;
  private final String offlineControl;
  private final Set<String> unanswered = new HashSet<>();
  private final SessionRecord record;
  private final List<Planned> plan = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private String longTopic = "";
  boolean connected = true;
  long now;

  ModemModel(JsonNode inputs, DeviceInfo device, SessionRecord record) {
    model = inputs.get("modem_model");
    model.get("cloud_does_not_answer").forEach(method -> unanswered.add(method.asText()));
    this.device = device;
    this.record = record;
    offlineControl = inputs.get("offline_control_in_get_status_reply").asText("");
  }

  /// Time goes on.
  void until(long time) {
    now = time;
    lines.clear();
    for (int i = 0; i < plan.size(); ) {
      if (plan.get(i).time() <= time) {
        plan.remove(i).act().run();
      } else {
        i++;
      }
    }
  }

  /// What the modem says at this time.
  List<String> said() {
    return List.copyOf(lines);
  }

  @Override
  public void command(String line) {
    record.atCommand(now, line);
    AtCommand command = AtCommand.parse(line).orElseThrow(() -> new AssertionError(line));
    int time = model.get("at_command_duration_ms").asInt();
    switch (command.name()) {
      case "TCMQTTSTATE" -> say(time, new AtLine.State(connected));
      case "TCMQTTPUB" -> {
        String topic = text(command, 0);
        String payload = text(command, 2);
        plan.add(new Planned(now + time, () -> published(topic, payload)));
      }
      case "TCMQTTPUBL" -> longTopic = text(command, 0);
      default -> {}
    }
    say(time, new AtLine.Ok());
    boolean connects = command.name().equals("TCMQTTCONN");
    if (command.name().equals("TCMQTTSUB")
        || (connects && !model.get("mqtt_connect_fails").asBoolean())) {
      say(time + NEWS_MILLIS, new AtLine.Ended(command.name(), "OK"));
    }
  }

  @Override
  public void data(String payload) {
    record.rawPayload(now, payload);
    published(longTopic, AtText.unescape(payload));
    say(model.get("at_command_duration_ms").asInt(), new AtLine.Ended("TCMQTTPUBL", "OK"));
  }

  /// A message from the cloud, at this very moment.
  void down(String kind, String payload) {
    record.down(now, kind, payload);
    lines.add(new AtLine.Received(device.topic("down", kind), payload).line());
  }

  private void published(String topic, String payload) {
    record.up(now, topic, payload);
    JsonNode message;
    try {
      message = MAPPER.readTree(payload.replaceAll("\\b(inf|nan)\\b", "0"));
    } catch (java.io.IOException e) {
      throw new AssertionError(payload, e);
    }
    String token = message.get("clientToken").asText();
    switch (message.get("method").asText()) {
      case "report_info" -> reply("report_info", simple("report_info_reply", token));
      case "report" -> reply("report", simple("report_reply", token));
      case "get_status" -> reply("get_status", status(token));
      case "event_post" -> {
        if (!unanswered.contains("event")) {
          String text =
              "{\"method\":\"event_reply\",\"clientToken\":\"%s\",\"version\":\"1.0\",\"code\":0,"
                      .formatted(token)
                  + "\"status\":\"\",\"data\":{}}";
          plan.add(new Planned(now + delay(), () -> down("event", text)));
        }
      }
      default -> {}
    }
  }

  private void reply(String method, ObjectNode message) {
    if (!unanswered.contains(method)) {
      plan.add(new Planned(now + delay(), () -> down("property", message.toString())));
    }
  }

  private static ObjectNode simple(String method, String token) {
    return MAPPER
        .createObjectNode()
        .put("method", method)
        .put("clientToken", token)
        .put("code", 0)
        .put("status", "success");
  }

  private ObjectNode status(String token) {
    ObjectNode message =
        MAPPER
            .createObjectNode()
            .put("method", "get_status_reply")
            .put("code", 0)
            .put("clientToken", token);
    ObjectNode data = message.putObject("data");
    data.putObject("reported").put("power_switch", 0);
    if (!offlineControl.isEmpty()) {
      data.putRawValue("control", new com.fasterxml.jackson.databind.util.RawValue(offlineControl));
    }
    return message;
  }

  private int delay() {
    return model.get("cloud_reply_delay_ms").asInt();
  }

  private void say(int after, AtLine line) {
    plan.add(new Planned(now + after, () -> lines.add(line.line())));
  }

  private static String text(AtCommand command, int argument) {
    return ((AtCommand.Argument.Text) command.arguments().get(argument)).value();
  }
}
