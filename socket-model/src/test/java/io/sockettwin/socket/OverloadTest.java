package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketEffect.OpenRelay;
import io.sockettwin.socket.SocketEffect.SendEvent;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkUp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverloadTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void on() {
    bench.input(new LinkUp());
    bench.power(true);
    bench.effects();
  }

  @Test
  void opensTheRelayOnTheFirstFrameAboveTheTripPointBeforeAnythingElse() {
    bench.measure(4_890);
    assertThat(bench.relayClosed).isTrue();
    bench.effects();

    bench.measure(4_910);

    assertThat(bench.effects().getFirst()).isEqualTo(new OpenRelay());
    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
  }

  @Test
  void raisesOneEventPerTripHoweverLongTheCurrentFlows() {
    for (int i = 0; i < 50; i++) {
      bench.measure(9_000);
      bench.passMillis(105);
    }

    assertThat(bench.effects(SendEvent.class))
        .extracting(SendEvent::event)
        .filteredOn(SocketEvent.StatusReport.class::isInstance)
        .containsExactly(new SocketEvent.StatusReport(true, "overcurrent"));
  }

  @Test
  void raisesAnotherEventForTheNextTrip() {
    bench.measure(9_000);
    bench.power(true);
    bench.measure(9_000);

    assertThat(bench.effects(SendEvent.class)).extracting(SendEvent::eventId).hasSize(2);
  }

  @Test
  void opensTheRelayWhileTheButtonIsHeld() {
    bench.input(new ButtonPressed());
    bench.pass(Duration.ofSeconds(7));

    bench.measure(6_000);

    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void forgetsAPressThatBeganBeforeTheTrip() {
    bench.input(new ButtonPressed());
    bench.passMillis(100);
    bench.measure(9_000);
    bench.input(new ButtonReleased());
    bench.passMillis(100);

    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void staysOpenWhenTheCurrentIsGone() {
    bench.measure(9_000);
    bench.measure(0);
    bench.pass(Duration.ofHours(1));

    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void closesAgainOnAClick() {
    bench.measure(9_000);
    bench.press(200);

    assertThat(bench.relayClosed).isTrue();
    assertThat(bench.state.load()).isEqualTo(Load.ON);
  }

  @Test
  void staysLatchedWhenSwitchedOff() {
    bench.measure(9_000);
    bench.power(false);

    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
  }

  @Test
  void cancelsTheCountdown() {
    bench.countDown(10);
    bench.measure(9_000);

    assertThat(bench.state.countdownSeconds(bench.now)).isZero();
    bench.pass(Duration.ofSeconds(20));
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void refusesToBeClosedByAControlThatWaitedInTheCloud() {
    bench.measure(9_000);
    bench.effects();

    bench.input(
        new ControlReceived("old", Freshness.PENDING, Map.of("power_switch", Bench.whole(1))));

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.effects())
        .contains(
            new SocketEffect.ReplyToControl(
                "old", new ControlOutcome.Refused("power_switch", ControlOutcome.Reason.TRIPPED)));
  }

  @Test
  void refusesACountdownThatWouldCloseATrippedRelay() {
    bench.measure(9_000);
    bench.countDown(5);
    bench.pass(Duration.ofSeconds(10));

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
  }

  @Test
  void takesOfATrippedSocketOnlyControlsThatCannotCloseItUnseen() {
    bench.measure(9_000);

    assertThat(answer(Freshness.LIVE, Map.of("count_down", Bench.whole(5)))).isFalse();
    assertThat(answer(Freshness.LIVE, switched(0, 5))).isFalse();
    assertThat(answer(Freshness.PENDING, switched(1, 5))).isFalse();
    assertThat(answer(Freshness.PENDING, switched(0, 0))).isTrue();
    assertThat(answer(Freshness.LIVE, Map.of("count_down", Bench.whole(0)))).isTrue();
    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);

    assertThat(answer(Freshness.LIVE, switched(1, 5))).as("a fresh switch-on").isTrue();
    assertThat(bench.relayClosed).isTrue();
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(5);
  }

  private static Map<String, ControlValue> switched(int on, int seconds) {
    return Map.of("power_switch", Bench.whole(on), "count_down", Bench.whole(seconds));
  }

  private boolean answer(Freshness freshness, Map<String, ControlValue> values) {
    bench.effects();
    bench.input(new ControlReceived("t", freshness, values));
    return bench.effects(SocketEffect.ReplyToControl.class).getFirst().outcome()
        instanceof ControlOutcome.Applied;
  }

  @Test
  void latchesAndReportsEvenWhenTheRelayIsAlreadyOpen() {
    bench.power(false);
    bench.effects();

    bench.measure(9_000);

    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
    assertThat(bench.effects(SendEvent.class)).hasSize(1);
  }
}
