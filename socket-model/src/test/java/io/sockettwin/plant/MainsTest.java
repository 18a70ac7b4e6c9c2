package io.sockettwin.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.meter.Reading;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainsTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long DAY = Duration.ofDays(1).toNanos();

  @Test
  void keepVoltageAndFrequencyWithinTheStandard() {
    Mains mains = Mains.european(5);
    for (long nanos = 0; nanos < DAY; nanos += 60 * SECOND) {
      assertThat(mains.volts(nanos)).isBetween(224.0, 236.0);
      assertThat(mains.millihertz(nanos)).isBetween(49_950, 50_050);
      assertThat(mains.disturbance(nanos)).isNull();
    }
    assertThat(mains.volts(0)).isNotEqualTo(mains.volts(SECOND));
    assertThat(mains.millihertz(0)).isNotEqualTo(mains.millihertz(60 * SECOND));
  }

  @Test
  void areTheSameForTheSameSeedInWhateverOrderTheyAreAsked() {
    Mains mains = Mains.rough(5);
    double later = mains.volts(77 * SECOND);
    var _ = mains.volts(SECOND);

    assertThat(Mains.rough(5).volts(77 * SECOND)).isEqualTo(later);
    assertThat(Mains.rough(6).volts(77 * SECOND)).isNotEqualTo(later);
  }

  @Test
  void haveEveryKindOfTroubleWhereTheyAreRough() {
    Mains mains = Mains.rough(5);
    Map<Disturbance.Kind, Integer> seen = new EnumMap<>(Disturbance.Kind.class);
    Disturbance before = null;
    for (long nanos = 0; nanos < 90 * DAY; nanos += SECOND / 10) {
      Disturbance now = mains.disturbance(nanos);
      if (now != null && !now.equals(before)) {
        seen.merge(now.kind(), 1, Integer::sum);
        assertThat(mains.volts(nanos) > 240).isEqualTo(now.kind() == Disturbance.Kind.SURGE);
      }
      before = now;
    }

    assertThat(seen).containsKeys(Disturbance.Kind.values());
    assertThat(seen.values().stream().mapToInt(i -> i).sum())
        .as("some forty a week")
        .isBetween(380, 640);
  }

  @Test
  void sagFromTheMomentItIsInjectedUntilItIsOver() {
    Plant plant = Plant.of(Mains.european(5), FrameEncoder.typical(Calibration.SHIPPED));
    plant = plant.sample(false, Duration.ofSeconds(10)).plant();
    plant = plant.disturb(Disturbance.brownOut());

    Plant.Sample during = plant.sample(false, Duration.ofMinutes(4));
    Plant.Sample after = during.plant().sample(false, Duration.ofMinutes(2));

    assertThat(volts(during)).isBetween(165, 178);
    assertThat(volts(after)).isBetween(222, 238);
  }

  @Test
  void areAwayInAnOutageAndNothingDrawsPower() {
    Plant plant =
        Plant.of(Mains.european(5), FrameEncoder.typical(Calibration.SHIPPED))
            .plug(new Appliance("fan", 40, 900))
            .disturb(Disturbance.outage());
    Reading reading = read(plant.sample(true, Line.FRAME_PERIOD));

    assertThat(reading).isEqualTo(Reading.NONE);
  }

  @Test
  void changeWhatEachKindOfLoadDraws() {
    assertThat(drawn(Nature.RESISTIVE)).isBetween(480, 520);
    assertThat(drawn(Nature.ELECTRONIC)).isBetween(980, 1_010);
    assertThat(drawn(Nature.MOTOR)).isBetween(980, 1_010);
  }

  @Test
  void refuseDisturbancesThatCannotBe() {
    assertThatThrownBy(() -> new Disturbance(Disturbance.Kind.SURGE, 1_501, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Start(0.5, Duration.ofSeconds(1), 500))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// A kilowatt at a little over seventy percent of its voltage.
  private static int drawn(Nature nature) {
    Mains steady = new Mains(230_000, 50_000, 0, 0, 2, null);
    Appliance load = new Appliance("load", 1_000, 900, nature, Start.SOFT, new Duty.Always());
    Plant plant = Plant.of(steady, FrameEncoder.typical(Calibration.SHIPPED)).plug(load);
    double drift = steady.volts(Line.FRAME_PERIOD.toNanos()) / 230;
    int permille = (int) Math.round(715 / drift);
    Plant low =
        plant.disturb(new Disturbance(Disturbance.Kind.BROWN_OUT, permille, Duration.ofMinutes(1)));
    return read(low.sample(true, Line.FRAME_PERIOD)).activePowerMilliwatts() / 1000;
  }

  private static int volts(Plant.Sample sample) {
    return read(sample).voltageMillivolts() / 1000;
  }

  private static Reading read(Plant.Sample sample) {
    return Calibration.SHIPPED.read(sample.frame()).orElseThrow();
  }
}
