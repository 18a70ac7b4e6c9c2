package io.sockettwin.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlantTest {

  private static final Duration PERIOD = Duration.ofMillis(105);
  private static final Appliance KETTLE = Appliance.ofHousehold("kettle").orElseThrow();
  private static final Appliance CHARGER = Appliance.ofHousehold("charger").orElseThrow();

  private final Plant plant =
      Plant.of(Mains.european(7), FrameEncoder.typical(Calibration.SHIPPED));

  @Test
  void drawsWhatIsPluggedInWhileTheRelayIsClosed() {
    Reading reading = read(plant.plug(KETTLE).sample(true, PERIOD).frame());

    assertThat(reading.voltageMillivolts()).isBetween(222_000, 235_000);
    assertThat(reading.currentMilliamps()).isBetween(8_300, 8_900);
    assertThat(reading.activePowerMilliwatts()).isBetween(1_850_000, 2_100_000);
  }

  @Test
  void drawsNothingWhileTheRelayIsOpen() {
    Reading reading = read(plant.plug(KETTLE).sample(false, PERIOD).frame());

    assertThat(reading.voltageMillivolts()).isPositive();
    assertThat(reading.currentMilliamps()).isZero();
  }

  @Test
  void drawsNothingMoreWhenUnplugged() {
    Plant empty = plant.plug(KETTLE).unplug("kettle");

    assertThat(read(empty.sample(true, PERIOD).frame()).currentMilliamps()).isZero();
  }

  @Test
  void showsThePowerFactorOfWhatIsPluggedIn() {
    Reading reading = read(plant.plug(CHARGER).sample(true, PERIOD).frame());

    assertThat(reading.powerFactorPermille()).isBetween(545, 560);
  }

  @Test
  void replacesAnApplianceOfTheSameName() {
    assertThat(plant.plug(KETTLE).plug(KETTLE).plugged()).containsExactly(KETTLE);
  }

  @Test
  void countsAKilowattHourInTheTimeItTakes() {
    Plant running = plant.plug(new Appliance("computer", 1_000, 999));
    for (int second = 0; second < 3_600; second++) {
      running = running.sample(true, Duration.ofSeconds(1)).plant();
    }

    assertThat(running.pulses() * running.chip().nanowattHoursPerPulse())
        .isBetween(0.999e12, 1.001e12);
  }

  @Test
  void givesTheSameFramesForTheSameSeed() {
    Plant twin = Plant.of(Mains.european(7), FrameEncoder.typical(Calibration.SHIPPED));
    Plant other = Plant.of(Mains.european(8), FrameEncoder.typical(Calibration.SHIPPED));

    assertThat(twin.sample(true, PERIOD)).isEqualTo(plant.sample(true, PERIOD));
    assertThat(other.sample(true, PERIOD).frame()).isNotEqualTo(plant.sample(true, PERIOD).frame());
  }

  @Test
  void refusesAppliancesThatCannotBe() {
    assertThatThrownBy(() -> new Appliance("x", 0, 1000)).hasMessageContaining("watts");
    assertThatThrownBy(() -> new Appliance("x", 10_001, 1000)).hasMessageContaining("watts");
    assertThatThrownBy(() -> new Appliance("x", 10, 99)).hasMessageContaining("power factor");
    assertThatThrownBy(() -> new Appliance(" ", 10, 1000)).hasMessageContaining("name");
  }

  private static Reading read(Frame frame) {
    return Calibration.SHIPPED.read(frame).orElseThrow();
  }
}
