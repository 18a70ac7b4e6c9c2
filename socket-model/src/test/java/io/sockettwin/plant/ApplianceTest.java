package io.sockettwin.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.meter.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the meter sees of a household.
class ApplianceTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Plant plant = Plant.of(Mains.european(3), FrameEncoder.typical(Calibration.SHIPPED));

  @Test
  void kettleBoilsOnceAndSwitchesItselfOff() {
    plug("kettle");
    List<Reading> minutes = live(Duration.ofMinutes(30), MINUTE);

    assertThat(minutes.subList(0, 2)).allMatch(reading -> watts(reading) > 1_800);
    assertThat(minutes.subList(5, 30)).allMatch(reading -> watts(reading) == 0);
    plug("kettle");
    assertThat(watts(live(MINUTE, MINUTE).getFirst())).as("filled again").isGreaterThan(1_800);
  }

  @Test
  void kettleGoesOnWhereItStoppedWhenThePowerComesBack() {
    plug("kettle");
    live(MINUTE, MINUTE);
    plant = plant.sample(false, Duration.ofMinutes(10)).plant();

    assertThat(watts(live(MINUTE, MINUTE).getFirst())).isGreaterThan(1_800);
  }

  @Test
  void fridgeStartsWithAnInrushAndRunsInCycles() {
    plug("fridge");
    List<Reading> start = live(Duration.ofSeconds(3), Line.FRAME_PERIOD);
    assertThat(start.getFirst().currentMilliamps()).isBetween(2_000, 4_900);
    assertThat(start.getFirst().powerFactorPermille()).isLessThan(620);
    assertThat(start.getLast().currentMilliamps()).isBetween(600, 800);
    assertThat(start.getLast().powerFactorPermille()).isBetween(650, 740);

    List<Reading> day = live(Duration.ofDays(1), MINUTE);
    long running = day.stream().filter(reading -> watts(reading) > 50).count();
    assertThat(running).as("a third of the day").isBetween(400L, 620L);
    assertThat(starts(day)).isBetween(28, 46);
  }

  @Test
  void heaterKeepsTheRoomWarmByItsThermostat() {
    plug("heater");
    List<Reading> hours = live(Duration.ofHours(6), MINUTE);

    assertThat(starts(hours)).isBetween(18, 35);
    assertThat(hours).allMatch(reading -> watts(reading) == 0 || watts(reading) > 780);
  }

  @Test
  void chargerTakesLessAndLessUntilTheBatteryIsFull() {
    plug("charger");
    List<Reading> hours = live(Duration.ofHours(3), MINUTE);

    assertThat(watts(hours.get(10))).isBetween(16, 19);
    assertThat(watts(hours.get(80))).isBetween(3, 15);
    assertThat(watts(hours.getLast())).isZero();
    assertThat(hours.get(10).powerFactorPermille()).isBetween(530, 570);
  }

  @Test
  void televisionIsWatchedThenStaysOnStandby() {
    plug("tv");
    List<Reading> day = live(Duration.ofDays(1), MINUTE);

    assertThat(day).anyMatch(reading -> watts(reading) > 140);
    assertThat(day)
        .filteredOn(reading -> watts(reading) < 100)
        .hasSizeGreaterThan(600)
        .allMatch(reading -> reading.activePowerMilliwatts() < 1_200);
  }

  @Test
  void lampAndPumpDrawMoreInTheirFirstMoments() {
    plug("lamp");
    List<Reading> lamp = live(Duration.ofSeconds(1), Line.FRAME_PERIOD);
    assertThat(lamp.getFirst().currentMilliamps()).isGreaterThan(900);
    assertThat(lamp.getLast().currentMilliamps()).isBetween(240, 280);

    plant = plant.unplug("lamp");
    plug("pump");
    List<Reading> pump = live(Duration.ofSeconds(4), Line.FRAME_PERIOD);
    assertThat(pump.getFirst().currentMilliamps()).isGreaterThan(13_000);
    assertThat(pump.getLast().currentMilliamps()).isBetween(2_700, 3_300);
  }

  @Test
  void motorStartsAnewWhenThePowerComesBack() {
    plug("pump");
    live(Duration.ofSeconds(4), Line.FRAME_PERIOD);
    plant = plant.sample(false, Line.FRAME_PERIOD).plant();

    assertThat(live(Line.FRAME_PERIOD, Line.FRAME_PERIOD).getFirst().currentMilliamps())
        .isGreaterThan(13_000);
  }

  @Test
  void shortCircuitDrawsAllTheLineGivesAndPullsTheVoltageDown() {
    plant = plant.plug(Appliance.SHORT_CIRCUIT);
    Reading reading = live(Line.FRAME_PERIOD, Line.FRAME_PERIOD).getFirst();

    assertThat(reading.currentMilliamps()).isGreaterThan(150_000);
    assertThat(reading.voltageMillivolts()).isBetween(160_000, 200_000);
  }

  private void plug(String name) {
    plant = plant.plug(Appliance.ofHousehold(name).orElseThrow());
  }

  private List<Reading> live(Duration time, Duration step) {
    List<Reading> readings = new ArrayList<>();
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      Plant.Sample sample = plant.sample(true, step);
      plant = sample.plant();
      readings.add(Calibration.SHIPPED.read(sample.frame()).orElseThrow());
    }
    return readings;
  }

  private static int watts(Reading reading) {
    return reading.activePowerMilliwatts() / 1000;
  }

  private static int starts(List<Reading> readings) {
    int starts = 0;
    for (int i = 1; i < readings.size(); i++) {
      starts += watts(readings.get(i)) > 50 && watts(readings.get(i - 1)) <= 50 ? 1 : 0;
    }
    return starts;
  }
}
