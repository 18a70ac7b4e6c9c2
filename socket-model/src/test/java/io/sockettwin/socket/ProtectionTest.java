package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.SocketInput.FaultFound;
import io.sockettwin.socket.SocketInput.FrameReceived;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtectionTest {

  private static final SocketSettings TOLERANT =
      SocketSettings.DEFAULT.with(
          Limits.DEFAULT.withInrush(new Inrush(Duration.ofMillis(500), 30_000)));

  private final Bench bench = new Bench();

  @Test
  void letsAMotorStartWhereThatIsTolerated() {
    Bench tolerant = on(TOLERANT);
    for (int milliamps : new int[] {20_000, 15_000, 8_000, 3_000}) {
      tolerant.measure(milliamps);
      tolerant.passMillis(105);
    }

    assertThat(tolerant.relayClosed).isTrue();
  }

  @Test
  void opensTheRelayWhenTheToleranceIsOver() {
    Bench tolerant = on(TOLERANT);
    tolerant.measure(6_000);
    tolerant.passMillis(300);
    tolerant.measure(6_000);
    tolerant.passMillis(199);
    assertThat(tolerant.relayClosed).isTrue();
    tolerant.passMillis(1);

    assertThat(tolerant.relayClosed).as("without another frame").isFalse();
    assertThat(tolerant.state.load()).isEqualTo(Load.TRIPPED);
  }

  @Test
  void toleratesEachStartForItself() {
    Bench tolerant = on(TOLERANT);
    for (int start = 0; start < 5; start++) {
      tolerant.measure(9_000);
      tolerant.passMillis(400);
      tolerant.measure(1_000);
      tolerant.passMillis(400);
    }

    assertThat(tolerant.relayClosed).isTrue();
  }

  @Test
  void toleratesNoShortCircuit() {
    Bench tolerant = on(TOLERANT);
    tolerant.measure(30_001);

    assertThat(tolerant.relayClosed).isFalse();
  }

  @Test
  void refusesAToleranceThatOutlivesTheReadings() {
    assertThatThrownBy(() -> new Inrush(Duration.ofSeconds(3), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(0, Inrush.NONE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tripsOnTheCurrentAloneIfTheRestOfTheFrameIsImpossible() {
    bench.power(true);
    bench.input(
        new FrameReceived(
            new Frame(0x55, 0x5A, 187_000, 2_500, 15_830, 3_000, 5_115_000, 0, 1, 0)));

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.state.reading()).isEqualTo(Reading.NONE);
  }

  @Test
  void tripsOnNoFrameThatCannotBeBelieved() {
    bench.power(true);
    for (Frame frame :
        List.of(
            new Frame(0x54, 0x5A, 187_000, 2_500, 15_830, 1_000, 5_115_000, 14_450, 1, 0),
            new Frame(0x55, 0x5B, 187_000, 2_500, 15_830, 1_000, 5_115_000, 14_450, 1, 0),
            new Frame(0xAA, 0x5A, 187_000, 2_500, 15_830, 1_000, 5_115_000, 14_450, 1, 0),
            new Frame(0x55, 0x5A, 187_000, 2_500, 15_830, 0, 5_115_000, 14_450, 1, 0),
            new Frame(0xF4, 0x5A, 187_000, 2_500, 15_830, 1_000, 5_115_000, 14_450, 1, 0))) {
      bench.input(new FrameReceived(frame));

      assertThat(bench.relayClosed).as("%s", frame).isTrue();
    }
  }

  @Test
  void tellsOfAWeldedContactOnce() {
    bench.power(true);
    bench.power(false);
    bench.measure(2_000);
    bench.passMillis(999);
    bench.measure(2_000);
    assertThat(raised()).as("it may still be opening").isEmpty();
    bench.passMillis(1);
    bench.measure(2_000);
    bench.measure(2_000);

    assertThat(raised()).containsExactly(SocketEvent.RELAY_STUCK);
  }

  @Test
  void tellsOfAContactThatWeldsAgain() {
    bench.pass(Duration.ofSeconds(2));
    bench.measure(2_000);
    bench.measure(0);
    bench.measure(Protection.STUCK_MILLIAMPS);

    assertThat(raised()).containsExactly(SocketEvent.RELAY_STUCK, SocketEvent.RELAY_STUCK);
  }

  @Test
  void tellsOfLowMainsOnceUntilTheyHaveRecovered() {
    for (int volts : new int[] {230, 179, 150, 181, 184, 179, 190, 170}) {
      mains(volts);
    }

    assertThat(raised())
        .hasSize(2)
        .allSatisfy(event -> assertThat(event).isInstanceOf(SocketEvent.LowVoltage.class));
    assertThat(((SocketEvent.LowVoltage) raised().getFirst()).millivolts())
        .isBetween(178_000, 180_000);
  }

  @Test
  void tellsOfNoLowMainsWhereNobodyWantsToKnow() {
    Bench quiet = new Bench(SocketSettings.DEFAULT.with(new Limits(4_900, Inrush.NONE, 0)));
    quiet.input(frame(new Reading(0, 0, 0, 0, 0)));

    assertThat(quiet.state.pendingEvents()).isZero();
  }

  @Test
  void tellsOfAMeterThatDisownsItsParameters() {
    Frame disowned = new Frame(0xAA, 0x5A, 0, 0, 0, 0, 0, 0, 0, 0);
    bench.input(new FrameReceived(disowned));
    bench.input(new FrameReceived(disowned));
    bench.measure(0);
    bench.input(new FrameReceived(disowned));

    assertThat(raised())
        .containsExactly(SocketEvent.METER_UNCALIBRATED, SocketEvent.METER_UNCALIBRATED);
  }

  @Test
  void passesFaultsOfOtherPartsOn() {
    bench.input(new FaultFound(SocketEvent.STORAGE_FAILING));

    assertThat(raised()).containsExactly(SocketEvent.STORAGE_FAILING);
  }

  private void mains(int volts) {
    bench.input(frame(new Reading(volts * 1000, 0, 0, 0, 0)));
  }

  private static SocketInput frame(Reading reading) {
    return new FrameReceived(FrameEncoder.typical(Calibration.SHIPPED).encode(reading, 0));
  }

  private static Bench on(SocketSettings settings) {
    Bench bench = new Bench(settings);
    bench.power(true);
    return bench;
  }

  private List<SocketEvent> raised() {
    return bench.state.events().pending().stream().map(PendingEvent::event).toList();
  }
}
