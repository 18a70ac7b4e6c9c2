package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.socket.ControlOutcome.Applied;
import io.sockettwin.socket.ControlOutcome.Reason;
import io.sockettwin.socket.ControlOutcome.Refused;
import io.sockettwin.socket.SocketEffect.ReplyToControl;
import io.sockettwin.socket.SocketEffect.SendReport;
import io.sockettwin.socket.SocketInput.ClockSet;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The weekly timers as a property of the cloud, for data templates that have it.
class ScheduleControlTest {

  private static final ControlValue NIGHTLY = new ControlValue.Text("UTC; daily 22:00 on");

  @Test
  void setsTheTimersAndGoesByThem() {
    Bench bench = telling();
    bench.input(new ClockSet(Instant.parse("2026-01-05T21:59:00Z")));
    bench.control("s", Map.of("schedule", NIGHTLY));

    assertThat(bench.effects(ReplyToControl.class))
        .containsExactly(new ReplyToControl("s", new Applied()));
    assertThat(ScheduleText.write(bench.memory.schedule())).isEqualTo("UTC; daily 22:00 on");
    bench.pass(Duration.ofMinutes(1));
    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void tellsTheTimersWhoeverSetThem() {
    Bench bench = telling();
    bench.effects();
    bench.input(new ScheduleSet(ScheduleTest.WEEKDAYS_AT_SEVEN));

    assertThat(bench.effects(SendReport.class))
        .extracting(sent -> sent.report().schedule())
        .containsExactly(ScheduleTest.WEEKDAYS_AT_SEVEN);
  }

  @Test
  void refusesWhatIsNoScheduleAndDoesNothingOfTheControl() {
    Bench bench = telling();
    bench.control(
        "a",
        Map.of("power_switch", Bench.whole(1), "schedule", new ControlValue.Text("now and then")));
    bench.control("b", Map.of("schedule", Bench.whole(7)));

    assertThat(bench.effects(ReplyToControl.class))
        .containsExactly(
            new ReplyToControl("a", new Refused("schedule", Reason.MALFORMED)),
            new ReplyToControl("b", new Refused("schedule", Reason.WRONG_TYPE)));
    assertThat(bench.relayClosed).isFalse();
  }

  /// The property as the documentation gives it.
  @Test
  void fitsTheStringPropertyOfADataTemplate() {
    String json =
        """
        {"version":"1.0","properties":[{"id":"schedule","name":"Weekly timers","mode":"rw",
         "required":false,"define":{"type":"string","min":"0","max":"768"}}],
         "events":[],"actions":[]}
        """;
    ParsedTemplate.Valid parsed = (ParsedTemplate.Valid) DataTemplate.parse(json);
    for (String text : List.of("", "x".repeat(ScheduleText.MAX_CHARACTERS))) {
      ObjectNode params = JsonNodeFactory.instance.objectNode().put("schedule", text);

      assertThat(parsed.template().checkControl(params)).isInstanceOf(Check.Accepted.class);
      assertThat(parsed.template().checkReport(params)).isInstanceOf(Check.Accepted.class);
    }
  }

  @Test
  void isUnknownToTheDataTemplateOfTheOriginal() {
    Bench bench = new Bench();
    bench.input(new LinkUp());
    bench.control("s", Map.of("schedule", NIGHTLY));

    assertThat(bench.effects(ReplyToControl.class))
        .containsExactly(new ReplyToControl("s", new Refused("schedule", Reason.UNKNOWN_PROPERTY)));
    bench.power(true);
    assertThat(bench.effects(SendReport.class))
        .allSatisfy(sent -> assertThat(sent.report().schedule()).isNull());
  }

  private static Bench telling() {
    Bench bench = new Bench(SocketSettings.DEFAULT.with(Handling.DEFAULT.withTellsSchedule(true)));
    bench.input(new LinkUp());
    return bench;
  }
}
