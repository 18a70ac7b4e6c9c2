package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the original's cloud task: all texts in their order. Times are not compared,
/// because those in the recordings are not the device's.
class RecordedCloudTest {

  private final Globals globals = new Globals();
  private final SessionRecord record = new SessionRecord();
  private int powerSwitch;
  private int countDown;
  private boolean armed;

  @TestFactory
  Stream<DynamicTest> saysWhatTheOriginalSaid() {
    return Vectors.tests("cloud_sessions.jsonl", vector -> new RecordedCloudTest().check(vector));
  }

  private void check(JsonNode vector) {
    CloudTask task = run(vector.get("inputs"));
    JsonNode expected = vector.get("expect");
    Vectors.hasOnly(expected, "messages", "memory_fault_t_ms", "cloud_task_ended_t_ms");
    List<String> messages = new ArrayList<>();
    for (JsonNode message : expected.get("messages")) {
      messages.add(((ObjectNode) message.deepCopy()).without("t_ms").toString());
    }
    assertThat(record.messages()).as("%s", record.timed()).containsExactlyElementsOf(messages);
    assertThat(task.faulted()).as("fault").isEqualTo(expected.hasNonNull("memory_fault_t_ms"));
    assertThat(task.ended() && !task.faulted())
        .as("ended")
        .isEqualTo(expected.hasNonNull("cloud_task_ended_t_ms"));
  }

  private CloudTask run(JsonNode inputs) {
    DeviceInfo device = device(inputs.get("device"));
    ModemModel modem = new ModemModel(inputs, device, record);
    globals.uploadEnabled = true;
    CloudTask task = CloudTask.powerUp(device, globals);
    JsonNode timeline = inputs.get("timeline");
    int next = 0;
    for (long now = 0; now < inputs.get("duration_ms").asLong(); now++) {
      modem.until(now);
      while (next < timeline.size() && timeline.get(next).get("t_ms").asLong() <= now) {
        happen(timeline.get(next++), modem);
      }
      for (String line : modem.said()) {
        task.line(line, now, modem);
        watch(now);
      }
      while (task.until() == now) {
        task.resume(now, modem);
        watch(now);
      }
    }
    return task;
  }

  private static DeviceInfo device(JsonNode device) {
    return device.isNull()
        ? DeviceInfo.EMPTY
        : new DeviceInfo(
            device.get("product_id").asText(),
            device.get("device_name").asText(),
            device.get("device_secret").asText());
  }

  private void happen(JsonNode event, ModemModel modem) {
    if (event.has("mqtt_down_property")) {
      modem.down("property", event.get("mqtt_down_property").asText());
      return;
    }
    if (event.has("mqtt_down_event")) {
      modem.down("event", event.get("mqtt_down_event").asText());
      return;
    }
    JsonNode value = event.get("value");
    FloatReading r = globals.reading;
    float number = value.isTextual() ? Float.parseFloat(value.asText()) : (float) value.asDouble();
    switch (event.get("device_state").asText()) {
      case "current_a" -> globals.reading = r.withCurrent(number);
      case "voltage_v" -> globals.reading = r.withVoltage(number);
      case "power_factor" ->
          globals.reading =
              new FloatReading(
                  r.currentAmperes(),
                  r.voltageVolts(),
                  number,
                  r.activePowerWatts(),
                  r.apparentPowerVoltAmperes());
      case "active_power_w" ->
          globals.reading =
              new FloatReading(
                  r.currentAmperes(),
                  r.voltageVolts(),
                  r.powerFactor(),
                  number,
                  r.apparentPowerVoltAmperes());
      case "apparent_power_va" ->
          globals.reading =
              new FloatReading(
                  r.currentAmperes(),
                  r.voltageVolts(),
                  r.powerFactor(),
                  r.activePowerWatts(),
                  number);
      case "total_wh" -> globals.totalWattHours = (int) value.asLong();
      case "switch" -> globals.powerSwitch = value.asInt();
      case "count_down_s" -> globals.countDown = (int) value.asLong();
      case "count_down_armed" -> globals.armed = value.asInt() != 0;
      case "overcurrent_event_flag" -> globals.overcurrentEvent = value.asInt() != 0;
      case "upload_enabled" -> globals.uploadEnabled = value.asInt() != 0;
      case "modem_reports_mqtt_connected" -> modem.connected = value.asInt() != 0;
      default -> throw new IllegalArgumentException("unknown " + event);
    }
    powerSwitch = globals.powerSwitch;
    countDown = globals.countDown;
    armed = globals.armed;
  }

  private void watch(long now) {
    if (powerSwitch != globals.powerSwitch) {
      powerSwitch = globals.powerSwitch;
      record.effect(now, "power_switch", powerSwitch);
    }
    if (countDown != globals.countDown) {
      countDown = globals.countDown;
      record.effect(now, "count_down_s", Integer.toUnsignedLong(countDown));
    }
    if (armed != globals.armed) {
      armed = globals.armed;
      record.effect(now, "count_down_armed", armed ? 1 : 0);
    }
  }
}
