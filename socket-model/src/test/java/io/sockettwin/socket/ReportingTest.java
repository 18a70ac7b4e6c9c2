package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Reading;
import io.sockettwin.socket.SocketEffect.SendEvent;
import io.sockettwin.socket.SocketEffect.SendReport;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportingTest {

  private final Bench bench = new Bench();

  @Test
  void reportsInFullWhenTheLinkComesUp() {
    bench.measure(1_000);
    assertThat(bench.effects(SendReport.class)).isEmpty();

    bench.input(new LinkUp());

    Report report = bench.effects(SendReport.class).getFirst().report();
    assertThat(report.on()).isFalse();
    assertThat(report.reading().currentMilliamps()).isBetween(999, 1_001);
  }

  @Test
  void keepsQuietWhileNothingChangesButForTheHeartbeat() {
    bench.input(new LinkUp());
    bench.measure(1_000);
    bench.effects();

    measureFor(Duration.ofSeconds(60), 1_000);

    assertThat(bench.effects(SendReport.class)).hasSizeBetween(11, 13);
  }

  @Test
  void reportsAChangeBeyondTheDeadBandAtMostOnceASecond() {
    bench.input(new LinkUp());
    bench.measure(1_000);
    bench.effects();

    int milliamps = 1_000;
    for (int i = 0; i < 40; i++) {
      bench.passMillis(100);
      milliamps += 60;
      bench.measure(milliamps);
    }

    assertThat(bench.effects(SendReport.class)).hasSizeBetween(3, 4);
  }

  @Test
  void ignoresNoiseWithinTheDeadBand() {
    bench.input(new LinkUp());
    bench.passMillis(1_000);
    bench.measure(1_000);
    bench.effects();
    bench.passMillis(1_500);
    bench.measure(1_009);

    assertThat(bench.effects(SendReport.class)).isEmpty();
  }

  @Test
  void keepsReportsWithinTheRangesOfTheDataTemplate() {
    Report report =
        new Report(true, new Reading(500_000, 30_000, 5_000_000, 15_000_000, 1000), 0, 0);

    assertThat(report.reading())
        .isEqualTo(new Reading(400_000, 20_000, 4_000_000, 4_000_000, 1000));
  }

  @Test
  void sendsNothingWhileTheLinkIsDown() {
    bench.input(new LinkUp());
    bench.input(new LinkDown());
    bench.effects();
    bench.press(100);
    measureFor(Duration.ofSeconds(30), 2_000);

    assertThat(bench.effects(SendReport.class)).isEmpty();
  }

  @Test
  void keepsAnEventUntilTheCloudHasTakenIt() {
    bench.measure(9_000);
    assertThat(bench.effects(SendEvent.class)).isEmpty();

    bench.input(new LinkUp());
    SendEvent first = bench.effects(SendEvent.class).getFirst();
    assertThat(first.raisedAt()).isEqualTo(Bench.START);

    bench.pass(Duration.ofSeconds(2));
    bench.measure(0);
    bench.pass(Duration.ofSeconds(2));
    assertThat(bench.effects(SendEvent.class)).isEmpty();
    bench.input(new LinkDown());
    bench.input(new LinkUp());
    assertThat(bench.effects(SendEvent.class)).containsExactly(first);

    bench.input(new EventSettled(first.eventId()));
    bench.input(new LinkDown());
    bench.input(new LinkUp());
    assertThat(bench.effects(SendEvent.class)).isEmpty();
    assertThat(bench.state.pendingEvents()).isZero();
  }

  @Test
  void sendsAnUnansweredEventAgain() {
    bench.input(new LinkUp());
    bench.measure(9_000);
    SendEvent first = bench.effects(SendEvent.class).getFirst();

    measureFor(Duration.ofSeconds(11), 0);

    assertThat(bench.effects(SendEvent.class)).containsExactly(first);
  }

  @Test
  void keepsNoMoreEventsThanTheQueueHolds() {
    for (int i = 0; i < EventQueue.CAPACITY + 3; i++) {
      bench.power(true);
      bench.measure(9_000);
    }

    assertThat(bench.state.pendingEvents()).isEqualTo(EventQueue.CAPACITY);
    assertThat(bench.state.events().dropped()).isEqualTo(3);
    bench.input(new LinkUp());
    assertThat(bench.effects(SendEvent.class)).extracting(SendEvent::eventId).startsWith(4L);
  }

  @Test
  void forgetsAReadingThatIsTooOldAndReportsTheSilentMeterOnce() {
    bench.input(new LinkUp());
    bench.measure(1_000);
    bench.effects();

    bench.passMillis(2_999);
    assertThat(bench.state.reading().currentMilliamps()).isPositive();
    bench.passMillis(1);

    assertThat(bench.state.reading()).isEqualTo(Reading.NONE);
    bench.pass(Duration.ofSeconds(9));
    assertThat(bench.effects(SendEvent.class))
        .extracting(SendEvent::event)
        .containsExactly(new SocketEvent.HardwareFault("meter", 1));
  }

  private void measureFor(Duration time, int milliamps) {
    for (long millis = 0; millis < time.toMillis(); millis += 100) {
      bench.passMillis(100);
      bench.measure(milliamps);
    }
  }
}
