package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ClockSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What is left of a countdown when the power comes back.
class CountdownOverRestartTest {

  private final Bench bench = with(RestorePolicy.LAST);

  @Test
  void switchesTheLoadOffWhenItWouldHave() {
    bench.power(true);
    bench.countDown(3_600);
    lieDark(Duration.ofMinutes(20));

    assertThat(bench.relayClosed).as("as it was").isTrue();
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(2_400);
    bench.pass(Duration.ofSeconds(2_399));
    assertThat(bench.relayClosed).isTrue();
    bench.pass(Duration.ofSeconds(1));
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void leavesTheLoadOffWhoseTimeEndedInTheDark() {
    for (RestorePolicy policy : RestorePolicy.values()) {
      Bench other = with(policy);
      other.power(true);
      other.countDown(600);
      lieDark(other, Duration.ofDays(3));

      assertThat(other.relayClosed).as("%s", policy).isFalse();
      assertThat(other.state.countdown()).as("%s", policy).isNull();
    }
  }

  @Test
  void switchesTheLoadOnWhenItWouldHaveEvenWhereItComesUpOff() {
    Bench other = with(RestorePolicy.OFF);
    other.countDown(600);
    lieDark(other, Duration.ofSeconds(500));

    assertThat(other.relayClosed).isFalse();
    other.pass(Duration.ofSeconds(100));
    assertThat(other.relayClosed).isTrue();
  }

  @Test
  void makesGoodASwitchOnOfTheLastMinuteAndNoneBefore() {
    bench.countDown(600);
    lieDark(Duration.ofSeconds(630));
    assertThat(bench.relayClosed).isTrue();

    bench.power(false);
    bench.countDown(600);
    lieDark(Duration.ofSeconds(700));
    assertThat(bench.relayClosed).as("nobody expects it any more").isFalse();
    assertThat(bench.state.countdown()).isNull();
  }

  @Test
  void dropsOneThatHasNothingLeftToDo() {
    Bench other = with(RestorePolicy.OFF);
    other.power(true);
    other.countDown(600);
    lieDark(other, Duration.ofSeconds(5));

    assertThat(other.relayClosed).isFalse();
    assertThat(other.state.countdown()).isNull();
  }

  @Test
  void closesNoTrippedRelay() {
    Memory tripped =
        new Memory(
            Load.TRIPPED,
            new KeptCountdown(bench.now.plusSeconds(10), 60, true),
            Schedule.NONE,
            java.util.List.of(),
            1);
    for (RestorePolicy policy : RestorePolicy.values()) {
      for (int dark : new int[] {0, 20}) {
        Bench other = with(policy);
        other.memory = tripped;
        lieDark(other, Duration.ofSeconds(dark));
        other.pass(Duration.ofMinutes(2));

        assertThat(other.state.load()).as("%s after %s s", policy, dark).isEqualTo(Load.TRIPPED);
        assertThat(other.relayClosed).isFalse();
      }
    }
  }

  @Test
  void neverLastsLongerThanItWasSetToWhateverTheClockLost() {
    bench.power(true);
    bench.countDown(600);
    // A board without a battery comes up in the past.
    bench.now = bench.now.minus(Duration.ofDays(200));
    lieDark(Duration.ZERO);

    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(600);
  }

  @Test
  void endsByTheTimeOfDayOnceTheNetworkBringsIt() {
    bench.input(new ClockSet(bench.now));
    bench.power(true);
    bench.countDown(3_600);
    Instant end = bench.now.plusSeconds(3_600);
    // The clock comes up half an hour late.
    lieDark(Duration.ofMinutes(-20));
    bench.input(new ClockSet(end.minusSeconds(90)));

    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(90);
    bench.pass(Duration.ofSeconds(90));
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void endsByTheTimeOfDayWhereTheSocketsOwnTimeWasAnother() {
    bench.input(new ClockSet(bench.now.plus(Duration.ofDays(1))));
    bench.power(true);
    bench.countDown(3_600);
    bench.now = bench.now.plus(Duration.ofDays(1));
    lieDark(Duration.ofMinutes(10));

    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(3_000);
  }

  @Test
  void isStoredWhenItIsSetAndWhenItEndsAndNotInBetween() {
    bench.power(true);
    // The meter is silent by then, which is remembered too.
    bench.pass(Duration.ofSeconds(10));
    bench.effects();
    bench.countDown(3_600);
    assertThat(bench.effects(SocketEffect.Remember.class)).hasSize(1);
    bench.pass(Duration.ofSeconds(3_599));
    assertThat(bench.effects(SocketEffect.Remember.class)).isEmpty();
    bench.pass(Duration.ofSeconds(1));
    assertThat(bench.effects(SocketEffect.Remember.class)).hasSize(1);

    bench.countDown(60);
    bench.countDown(0);
    assertThat(bench.memory.countdown()).isNull();
  }

  private void lieDark(Duration time) {
    lieDark(bench, time);
  }

  private static void lieDark(Bench bench, Duration time) {
    bench.now = bench.now.plus(time);
    bench.input(new Booted(new Retained(0, bench.memory)));
  }

  private static Bench with(RestorePolicy policy) {
    return new Bench(SocketSettings.DEFAULT.with(Handling.DEFAULT.withRestore(policy)));
  }
}
