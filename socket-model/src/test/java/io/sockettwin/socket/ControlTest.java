package io.sockettwin.socket;

import static io.sockettwin.socket.Bench.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.ControlOutcome.Reason;
import io.sockettwin.socket.SocketEffect.ReplyToControl;
import io.sockettwin.socket.SocketEffect.SendReport;
import io.sockettwin.socket.SocketInput.LinkUp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void connected() {
    bench.input(new LinkUp());
    bench.effects();
  }

  @Test
  void switchesAnswersThenReports() {
    bench.control("c-1", Map.of("power_switch", whole(1)));

    List<SocketEffect> effects = bench.effects();
    assertThat(effects)
        .hasSize(4)
        .startsWith(
            new SocketEffect.CloseRelay(), new ReplyToControl("c-1", new ControlOutcome.Applied()));
    assertThat(((SendReport) effects.getLast()).report().on()).isTrue();
  }

  @Test
  void takesTrueForOneBecauseOneSpellingOfBoolIsTrue() {
    bench.control("c", Map.of("power_switch", new ControlValue.Truth(true)));

    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void changesOnlyWhatTheControlNames() {
    bench.power(true);
    bench.countDown(60);

    assertThat(bench.relayClosed).isTrue();
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(60);
  }

  @Test
  void answersEachControlWithItsOwnToken() {
    bench.control("a", Map.of("power_switch", whole(1)));
    bench.control("b", Map.of("power_switch", whole(1)));

    assertThat(bench.effects(ReplyToControl.class))
        .extracting(ReplyToControl::token)
        .containsExactly("a", "b");
  }

  @Test
  void refusesWhatItDoesNotKnowOrCannotTake() {
    refuses("colour", whole(1), Reason.UNKNOWN_PROPERTY);
    refuses("voltage", whole(230), Reason.READ_ONLY);
    refuses("total_kwh", whole(0), Reason.READ_ONLY);
    refuses("power_switch", new ControlValue.Unfit(), Reason.WRONG_TYPE);
    refuses("power_switch", new ControlValue.Text("1"), Reason.WRONG_TYPE);
    refuses("power_switch", whole(2), Reason.OUT_OF_RANGE);
    refuses("power_switch", whole(-1), Reason.OUT_OF_RANGE);
    refuses("count_down", new ControlValue.Unfit(), Reason.WRONG_TYPE);
    refuses("count_down", new ControlValue.Truth(true), Reason.WRONG_TYPE);
    refuses("count_down", whole(-1), Reason.OUT_OF_RANGE);
    refuses("count_down", whole(86_401), Reason.OUT_OF_RANGE);
    refuses("count_down", whole(Long.MAX_VALUE), Reason.OUT_OF_RANGE);
  }

  @Test
  void doesNothingOfAControlWhoseOtherPropertyIsWrong() {
    bench.control("c", Map.of("power_switch", whole(1), "count_down", whole(-5)));

    assertThat(bench.effects())
        .containsExactly(
            new ReplyToControl("c", new ControlOutcome.Refused("count_down", Reason.OUT_OF_RANGE)));
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void acceptsAnEmptyControl() {
    bench.control("c", Map.of());

    assertThat(bench.effects(ReplyToControl.class))
        .containsExactly(new ReplyToControl("c", new ControlOutcome.Applied()));
  }

  private void refuses(String property, ControlValue value, Reason reason) {
    SocketState before = bench.state;
    bench.control("c", Map.of(property, value));

    assertThat(bench.effects())
        .as("%s = %s", property, value)
        .containsExactly(new ReplyToControl("c", new ControlOutcome.Refused(property, reason)));
    assertThat(bench.state).isEqualTo(before);
  }
}
