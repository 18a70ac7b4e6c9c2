package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.Lamp.Pattern;
import io.sockettwin.socket.SocketEffect.EraseAll;
import io.sockettwin.socket.SocketEffect.Remember;
import io.sockettwin.socket.SocketEffect.StartProvisioning;
import io.sockettwin.socket.SocketEffect.StopProvisioning;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ProvisioningEnded;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongPressTest {

  private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(longs = {5_000, 7_500, 9_999})
  void startsProvisioningAfterFiveToTenSeconds(long millis) {
    bench.press(millis);

    assertThat(bench.effects(StartProvisioning.class))
        .containsExactly(new StartProvisioning(Duration.ofSeconds(60)));
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BLINKING, Lamp.BLUE));
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000, 12_000, 14_999})
  void resetsAfterTenToFifteenSeconds(long millis) {
    bench.press(millis);

    assertThat(bench.effects(EraseAll.class)).hasSize(1);
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BLINKING, Lamp.WHITE));
    bench.pass(Procedure.RESET_SHOWN);
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BLINKING, Lamp.BLUE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 4_999, 15_000, 100_000})
  void meansNothingForAnyOtherTime(long millis) {
    bench.press(millis);

    assertThat(bench.effects(SocketEffect.Remember.class))
        .as("nothing but that the meter is silent")
        .allMatch(e -> e.memory().equals(bench.memory) && e.memory().load() == Load.OFF);
    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.procedure()).isNull();
  }

  @Test
  void stopsProvisioningWhenTheTimeIsOver() {
    bench.press(6_000);
    bench.passMillis(59_900);
    assertThat(bench.effects(StopProvisioning.class)).isEmpty();
    bench.passMillis(100);

    assertThat(bench.effects(StopProvisioning.class)).hasSize(1);
    assertThat(bench.state.provisioning()).isFalse();
  }

  @Test
  void endsProvisioningWhenTheNetworkIsKnown() {
    bench.press(6_000);
    bench.effects();
    bench.input(new ProvisioningEnded());

    assertThat(bench.state.provisioning()).isFalse();
    bench.pass(Duration.ofMinutes(2));
    assertThat(bench.effects(StopProvisioning.class)).isEmpty();
  }

  @Test
  void worksOnWhileProvisioning() {
    bench.press(6_000);
    bench.press(100);
    assertThat(bench.relayClosed).isTrue();

    bench.measure(9_000);
    assertThat(bench.relayClosed).isFalse();
    assertThat(lamp()).isEqualTo(new Lamp(Pattern.BLINKING, Lamp.RED));
    assertThat(bench.state.provisioning()).isTrue();
  }

  @Test
  void erasesEverythingAndSwitchesOff() {
    bench.input(new ScheduleSet(ScheduleTest.WEEKDAYS_AT_SEVEN));
    bench.power(true);
    bench.measure(1_000);
    bench.measure(1_000, 5_000);
    bench.input(new SocketInput.FaultFound(SocketEvent.STORAGE_FAILING));
    bench.countDown(1_000);
    bench.effects();
    bench.input(new ButtonPressed());
    bench.pass(Duration.ofSeconds(11));
    bench.input(new SocketInput.ButtonReleased());
    bench.effects();
    bench.passMillis(20);

    assertThat(bench.effects())
        .startsWith(new SocketEffect.OpenRelay(), new EraseAll())
        .element(2)
        .isInstanceOf(Remember.class);
    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.energyMilliwattHours()).isZero();
    assertThat(bench.state.schedule()).isEqualTo(Schedule.NONE);
    assertThat(bench.state.pendingEvents()).isZero();
    assertThat(bench.state.countdown()).isNull();
  }

  @Test
  void stopsProvisioningForAReset() {
    bench.press(6_000);
    bench.press(11_000);

    assertThat(bench.effects())
        .containsSubsequence(new StopProvisioning(), new EraseAll())
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsTheLatchOfATripThroughAReset() {
    bench.measure(9_000);
    bench.press(11_000);

    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void tellsTheCloudOfTheReset() {
    bench.input(new LinkUp());
    bench.measure(1_000);
    bench.measure(1_000, 5_000);
    bench.press(11_000);

    Report last = bench.effects(SocketEffect.SendReport.class).getLast().report();
    assertThat(last.energyMilliwattHours()).isZero();
  }

  private Lamp lamp() {
    return bench.socket.lamp(bench.state);
  }
}
