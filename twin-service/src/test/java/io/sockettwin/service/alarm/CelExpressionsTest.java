package io.sockettwin.service.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.flow.Expressions.Compiled;
import io.sockettwin.flow.Facts;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.flow.Trigger;
import io.sockettwin.thing.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expressions are checked against the data template, and cheap.
class CelExpressionsTest {
  private static final Trigger DATA = new Trigger.Data();
  private static final Trigger EVENT = new Trigger.Event("status_report");

  private static boolean holds(String text) {
    var values = new LinkedHashMap<String, Value>();
    values.put("voltage", new Value.Decimal(230.5));
    values.put("current", new Value.Decimal(5));
    values.put("count_down", new Value.Int(7));
    values.put("power_switch", new Value.Bool(true));
    Instant now = Instant.EPOCH.plusSeconds(1);
    Facts facts =
        Facts.NONE
            .after(new FlowInput.CameOnline(), now)
            .after(new FlowInput.Reported(now, values), now)
            .after(
                new FlowInput.Happened(
                    now, "status_report", Map.of("message", new Value.Text("overcurrent"))),
                now);
    return switch (new CelExpressions(Socket.TEMPLATE).compile(text, EVENT)) {
      case Compiled.Ready(var formula) -> formula.holds(facts);
      case Compiled.Rejected(String reason) -> throw new AssertionError(reason);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "voltage * current > 1000.0 && power_switch | true",
        "voltage > 230 | true",
        "count_down == 7 | true",
        "event.message.startsWith('over') | true",
        "event.message.matches('^(a+)+$') | false",
        "device.online ? voltage < 200.0 : false | false",
        "active_power > 0.0 | false",
        "1 / (count_down - 7) > 0 | false",
      })
  void judgesWhatIsKnownAndHoldsNotWhenSomethingIsUnknown(String text, boolean expected) {
    assertThat(holds(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "volts > 1.0 | undeclared reference to 'volts'",
        "voltage > 'high' | found no matching overload",
        "voltage | expected type 'bool' but found 'double'",
        "event.message == 'x' | undeclared reference",
        "voltage > | mismatched input",
        "[1, 2].all(x, x > 0) | undeclared reference to 'all'",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThat(new CelExpressions(Socket.TEMPLATE).compile(text, DATA))
        .isInstanceOfSatisfying(
            Compiled.Rejected.class, it -> assertThat(it.reason()).contains(reason));
  }

  @Test
  void boundsLengthAndNesting() {
    CelExpressions expressions = new CelExpressions(Socket.TEMPLATE);
    assertThat(expressions.compile("true" + " || true".repeat(500), DATA))
        .isInstanceOf(Compiled.Rejected.class);
    assertThat(expressions.compile("(".repeat(100) + "true" + ")".repeat(100), DATA))
        .isInstanceOf(Compiled.Rejected.class);
  }
}
