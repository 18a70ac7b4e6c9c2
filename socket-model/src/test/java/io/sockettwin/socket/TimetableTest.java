package io.sockettwin.socket;

import static io.sockettwin.socket.ScheduleTest.ALL_DAYS;
import static io.sockettwin.socket.ScheduleTest.BERLIN;
import static io.sockettwin.socket.ScheduleTest.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.SocketInput.ClockSet;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

  /// On at seven, off at eight in the morning.
  private static final Schedule MORNINGS =
      new Schedule(
          BERLIN, List.of(timer(ALL_DAYS, "07:00", true), timer(ALL_DAYS, "08:00", false)));

  private static final Instant SEVEN = Instant.parse("2026-01-05T06:00:00Z");

  private final Bench bench = new Bench();

  @Test
  void switchesAtItsTimesWithoutNetwork() {
    start(SEVEN.minusSeconds(10));

    bench.passMillis(9_999);
    assertThat(bench.relayClosed).isFalse();
    bench.passMillis(1);
    assertThat(bench.relayClosed).isTrue();
    bench.pass(Duration.ofHours(1));
    assertThat(bench.relayClosed).isFalse();
    bench.pass(Duration.ofHours(23));
    assertThat(bench.relayClosed).as("the next morning").isTrue();
  }

  @Test
  void waitsForTheTimeOfDayToBecomeKnown() {
    bench.input(new ScheduleSet(MORNINGS));
    bench.pass(Duration.ofDays(2));
    bench.input(new ClockSet(Instant.EPOCH));
    bench.pass(Duration.ofDays(2));
    assertThat(bench.effects(SocketEffect.CloseRelay.class)).isEmpty();

    bench.input(new ClockSet(SEVEN.minusSeconds(1)));
    bench.passMillis(1_000);
    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void makesUpForASwitchThatATrimmedClockJumpedOver() {
    start(SEVEN.minusSeconds(10));
    bench.input(new ClockSet(SEVEN.plusSeconds(20)));

    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void repeatsNothingWhenTheClockIsTrimmedBack() {
    start(SEVEN.minusSeconds(1));
    bench.passMillis(1_000);
    bench.power(false);
    bench.input(new ClockSet(SEVEN.minusSeconds(30)));
    bench.input(new ClockSet(SEVEN.minusSeconds(50)));
    bench.pass(Duration.ofMinutes(30));

    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void movesNothingWhenTheClockIsSetByYears() {
    start(SEVEN.minusSeconds(10));
    bench.effects();

    bench.input(new ClockSet(Instant.parse("2031-06-01T12:00:00Z")));
    bench.input(new ClockSet(Instant.parse("2026-06-01T12:00:00Z")));
    bench.input(new ClockSet(Instant.MAX));
    bench.input(new ClockSet(Instant.MIN));

    assertThat(bench.effects()).isEmpty();
  }

  @Test
  void switchesAgainAfterTheClockWasSetBackByHours() {
    start(SEVEN.minusSeconds(1));
    bench.passMillis(1_000);
    bench.power(false);
    bench.input(new ClockSet(SEVEN.minusSeconds(7_200)));
    bench.pass(Duration.ofHours(2));

    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void takesOnlyTheLastOfSeveralThatWereDueAtOnce() {
    Schedule busy =
        new Schedule(
            BERLIN,
            List.of(
                timer(ALL_DAYS, "07:00:00", true),
                timer(ALL_DAYS, "07:00:10", false),
                timer(ALL_DAYS, "07:00:20", true)));
    bench.input(new ClockSet(SEVEN.minusSeconds(5)));
    bench.input(new ScheduleSet(busy));
    bench.now = bench.now.plusSeconds(20);
    bench.effects();
    bench.input(new WakeUp());

    assertThat(bench.effects(SocketEffect.OpenRelay.class)).isEmpty();
    assertThat(bench.relayClosed).isFalse();
    bench.now = bench.now.plusSeconds(5);
    bench.input(new WakeUp());
    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void neverClosesATrippedRelay() {
    start(SEVEN.minusSeconds(10));
    bench.measure(9_000);
    bench.pass(Duration.ofDays(3));

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.load()).isEqualTo(Load.TRIPPED);
  }

  @Test
  void givesAnEventTheRightTimeUnlessItWasSentWithAnother() {
    bench.input(new SocketInput.FaultFound(SocketEvent.STORAGE_FAILING));
    bench.input(new ClockSet(bench.now.plus(Duration.ofDays(400))));
    Instant right = bench.now.plus(Duration.ofDays(400));
    assertThat(bench.memory.events().getFirst().raisedAt()).isEqualTo(right);

    bench.input(new SocketInput.LinkUp());
    bench.input(new SocketInput.LinkDown());
    bench.input(new ClockSet(bench.now.plus(Duration.ofDays(500))));
    bench.effects();
    bench.input(new SocketInput.LinkUp());
    assertThat(bench.effects(SocketEffect.SendEvent.class))
        .extracting(SocketEffect.SendEvent::raisedAt)
        .containsExactly(right);
  }

  @Test
  void leavesTheCountdownAlone() {
    start(SEVEN.minusSeconds(10));
    bench.countDown(60);
    bench.pass(Duration.ofSeconds(10));
    assertThat(bench.relayClosed).isTrue();
    assertThat(bench.state.countdownSeconds(bench.now)).isEqualTo(50);
  }

  @Test
  void followsTheNewScheduleOnly() {
    start(SEVEN.minusSeconds(10));
    bench.input(new ScheduleSet(Schedule.NONE));
    bench.pass(Duration.ofDays(8));

    assertThat(bench.effects(SocketEffect.CloseRelay.class)).isEmpty();
  }

  private void start(Instant wallClock) {
    bench.input(new ScheduleSet(MORNINGS));
    bench.input(new ClockSet(wallClock));
    bench.effects();
  }
}
