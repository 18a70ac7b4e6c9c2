package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountdownTest {

  private final Bench bench = new Bench();

  @Test
  void switchesOnWhenItsTimeIsOverAndNotBefore() {
    bench.countDown(5);

    bench.passMillis(4_999);
    assertThat(bench.relayClosed).isFalse();
    bench.passMillis(1);
    assertThat(bench.relayClosed).isTrue();
    assertThat(bench.state.countdownSeconds(bench.now)).isZero();
  }

  @Test
  void switchesOffWhenTheSocketWasOn() {
    bench.power(true);
    bench.countDown(1);
    bench.passMillis(1_000);

    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void startsFromTheSwitchSentWithIt() {
    bench.control("t", Map.of("power_switch", Bench.whole(1), "count_down", Bench.whole(3)));

    assertThat(bench.relayClosed).isTrue();
    bench.pass(Duration.ofSeconds(3));
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void isCancelledByZero() {
    bench.countDown(5);
    bench.countDown(0);
    bench.pass(Duration.ofSeconds(10));

    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void isReplacedByANewOne() {
    bench.countDown(5);
    bench.passMillis(4_000);
    bench.countDown(5);
    bench.passMillis(4_000);
    assertThat(bench.relayClosed).isFalse();

    bench.passMillis(1_000);
    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void isCancelledByAClick() {
    bench.countDown(5);
    bench.press(100);
    bench.pass(Duration.ofSeconds(10));

    assertThat(bench.relayClosed).isTrue();
    assertThat(bench.state.countdown()).isNull();
  }

  @Test
  void survivesASwitchThatChangesNothing() {
    bench.countDown(5);
    bench.power(false);
    bench.pass(Duration.ofSeconds(5));

    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void keepsItsTargetThroughAClickWhereClicksDoNotCancel() {
    Bench lasting =
        new Bench(
            SocketSettings.DEFAULT.with(Handling.DEFAULT.withManualSwitchCancelsCountdown(false)));
    lasting.power(true);
    lasting.countDown(5);
    lasting.press(100);
    assertThat(lasting.relayClosed).isFalse();

    lasting.pass(Duration.ofSeconds(10));
    assertThat(lasting.relayClosed).as("the target was off, not the opposite").isFalse();
  }

  @Test
  void showsTheSecondsLeftRoundedUp() {
    bench.countDown(86_400);
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(86_400);
    bench.passMillis(1);
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(86_400);
    bench.passMillis(999);
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(86_399);
  }

  @Test
  void ignoresAWakeUpThatComesTooEarly() {
    bench.countDown(5);
    bench.passMillis(2_000);
    bench.input(new WakeUp());

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(3);
  }

  @Test
  void isReportedAtOnceWhenSetCancelledAndOver() {
    bench.input(new LinkUp());
    bench.effects();
    bench.countDown(2);
    assertThat(reported()).isEqualTo(2);
    bench.countDown(0);
    assertThat(reported()).isZero();
    bench.countDown(2);
    bench.effects();
    bench.passMillis(2_000);
    assertThat(reported()).isZero();
  }

  private int reported() {
    return bench.effects(SocketEffect.SendReport.class).getLast().report().countdownSeconds();
  }
}
