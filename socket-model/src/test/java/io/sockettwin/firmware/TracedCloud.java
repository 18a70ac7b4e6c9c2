package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The work of lower priority in the recorded traces: controls from outside, and a cloud task much
/// simpler than the real one.
final class TracedCloud {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode model;
  private final JsonNode controls;
  private final ArrayNode applied = NODES.arrayNode();
  private final ArrayNode reports = NODES.arrayNode();
  private final ArrayNode posted = NODES.arrayNode();
  private final ArrayNode taken = NODES.arrayNode();
  private PropertyRecord properties = PropertyRecord.EMPTY;
  private int nextControl;
  private long nextRun;

  TracedCloud(JsonNode inputs) {
    model = inputs.get("cloud_model");
    controls = inputs.get("control_events");
    nextRun =
        cycles()
            ? model.get("first_cycle_t_ms").asLong()
            : model.path("event_poll_ms").asLong(Long.MAX_VALUE);
  }

  /// What it does in this millisecond; asked only while the control loop sleeps.
  void run(long now, Globals globals) {
    if (cycles()) {
      if (now >= nextRun) {
        nextRun = now + model.get("cycle_ms").asLong();
        cycle(now, globals);
      }
      return;
    }
    while (controlArrived(now)) {
      JsonNode control = controls.get(nextControl);
      globals.apply(power(control, globals.powerSwitch), seconds(control));
      noteApplied(now);
    }
    if (now >= nextRun) {
      nextRun = now + model.get("event_poll_ms").asLong();
      if (globals.overcurrentEvent) {
        globals.overcurrentEvent = false;
        taken.add(now);
      }
    }
  }

  private void cycle(long now, Globals globals) {
    boolean any = false;
    while (controlArrived(now)) {
      JsonNode control = controls.get(nextControl);
      properties = properties.withPowerSwitch(power(control, properties.powerSwitch()));
      if (control.has("count_down_s")) {
        properties = properties.withCountDown(seconds(control));
      }
      any = true;
      noteApplied(now);
    }
    if (any) {
      globals.apply(properties.powerSwitch(), properties.countDown());
    }
    if (globals.uploadEnabled) {
      properties = PropertyRecord.of(globals);
      report(now);
    }
    if (globals.overcurrentEvent) {
      globals.overcurrentEvent = false;
      posted
          .addObject()
          .put("t_ms", now)
          .put("event_id", "status_report")
          .put("type", "info")
          .put("status", 0)
          .put("message", "overcurrent");
    }
  }

  private void report(long now) {
    ObjectNode report =
        reports
            .addObject()
            .put("t_ms", now)
            .put("power_switch", properties.powerSwitch())
            .put("count_down_s", Integer.toUnsignedLong(properties.countDown()));
    Floats.put(report, "current_a", properties.currentAmperes());
    Floats.put(report, "voltage_v", properties.voltageVolts());
    Floats.put(report, "power_factor", properties.powerFactor());
    Floats.put(report, "active_power_w", properties.activePowerWatts());
    Floats.put(report, "apparent_power_va", properties.apparentPowerVoltAmperes());
    Floats.put(report, "total_kwh", properties.totalKilowattHours());
  }

  void expectations(ObjectNode into) {
    if (!applied.isEmpty()) {
      into.set("controls_applied", applied);
    }
    if (cycles()) {
      into.set("cloud_reports", reports);
    }
    if (!posted.isEmpty()) {
      into.set("cloud_events_posted", posted);
    }
    if (!taken.isEmpty()) {
      into.set("overcurrent_event_taken_at_t_ms", taken);
    }
  }

  private boolean cycles() {
    return switch (model.get("mode").asText()) {
      case "cycle" -> true;
      case "immediate" -> false;
      default -> throw new IllegalArgumentException("unknown cloud model " + model);
    };
  }

  private boolean controlArrived(long now) {
    return nextControl < controls.size() && controls.get(nextControl).get("t_ms").asLong() <= now;
  }

  private void noteApplied(long now) {
    applied
        .addObject()
        .put("index", nextControl)
        .put("arrived_t_ms", controls.get(nextControl).get("t_ms").asLong())
        .put("applied_t_ms", now);
    nextControl++;
  }

  /// The variable takes 8 bits.
  private static int power(JsonNode control, int otherwise) {
    return control.path("power_switch").asInt(otherwise) & 0xFF;
  }

  private static int seconds(JsonNode control) {
    return (int) control.path("count_down_s").asLong(0);
  }
}
