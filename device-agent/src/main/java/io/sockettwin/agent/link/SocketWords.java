package io.sockettwin.agent.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.socket.ControlOutcome;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.ScheduleText;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.thing.EventKind;
import io.sockettwin.wire.PostedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The socket's words as those of its data template, and back (protocol section 13).
public final class SocketWords {

  /// The data template was made for batteries: its event takes 24 V at most, and the cloud would
  /// refuse an alarm that says more. The report beside it has the true voltage.
  private static final int MAX_LOW_MILLIVOLTS = 24_000;

  private SocketWords() {}

  /// All eight properties, in the template's units, and the weekly timers if they are told.
  public static ObjectNode params(Report report) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    if (report.schedule() != null) {
      params.put("schedule", ScheduleText.write(report.schedule()));
    }
    return params
        .put("power_switch", report.on() ? 1 : 0)
        .put("current", milli(report.reading().currentMilliamps()))
        .put("voltage", milli(report.reading().voltageMillivolts()))
        .put("power_factor", milli(report.reading().powerFactorPermille()))
        .put("active_power", milli(report.reading().activePowerMilliwatts()))
        .put("apparent_power", milli(report.reading().apparentPowerMillivoltamperes()))
        .put("total_kwh", BigDecimal.valueOf(report.energyMilliwattHours(), 6))
        .put("count_down", report.countdownSeconds());
  }

  /// An event; without a time the service takes that of receipt.
  public static PostedEvent event(SocketEvent event, @Nullable Instant at) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    return switch (event) {
      case SocketEvent.StatusReport(boolean fault, String message) ->
          new PostedEvent(
              "status_report",
              EventKind.INFO,
              at,
              params.put("status", fault ? 1 : 0).put("message", message));
      case SocketEvent.LowVoltage(int millivolts) ->
          new PostedEvent(
              "low_voltage",
              EventKind.ALERT,
              at,
              params.put("voltage", milli(Math.min(MAX_LOW_MILLIVOLTS, millivolts))));
      case SocketEvent.HardwareFault(String name, int errorCode) ->
          new PostedEvent(
              "hardware_fault",
              EventKind.FAULT,
              at,
              params.put("name", name).put("error_code", errorCode));
    };
  }

  /// A control's values as far as a socket can have use for them.
  public static Map<String, ControlValue> values(ObjectNode params) {
    Map<String, ControlValue> values = new TreeMap<>();
    params.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
    return values;
  }

  private static ControlValue value(JsonNode node) {
    if (node.isBoolean()) {
      return new ControlValue.Truth(node.booleanValue());
    }
    // 1.0 is a spelling of 1; a fraction is not.
    if (node.isNumber() && node.canConvertToExactIntegral()) {
      return node.canConvertToLong()
          ? new ControlValue.WholeNumber(node.longValue())
          : new ControlValue.WholeNumber(Long.MAX_VALUE);
    }
    return node.isTextual() ? new ControlValue.Text(node.textValue()) : new ControlValue.Unfit();
  }

  /// Device side codes: 0 done, -1 refused (protocol section 18).
  public static int code(ControlOutcome outcome) {
    return switch (outcome) {
      case ControlOutcome.Applied() -> 0;
      case ControlOutcome.Refused refused -> -1;
    };
  }

  /// At most [#MAX_STATUS_LENGTH] characters.
  public static String status(ControlOutcome outcome) {
    return switch (outcome) {
      case ControlOutcome.Applied() -> "ok";
      case ControlOutcome.Refused(String property, ControlOutcome.Reason reason) -> {
        String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int room = MAX_STATUS_LENGTH - words.length() - 2;
        String name = property.length() > room ? property.substring(0, room) : property;
        yield name + ": " + words;
      }
    };
  }

  /// Protocol section 5.3.
  static final int MAX_STATUS_LENGTH = 64;

  private static BigDecimal milli(int milliUnits) {
    return BigDecimal.valueOf(milliUnits, 3);
  }
}
