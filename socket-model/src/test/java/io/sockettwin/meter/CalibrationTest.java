package io.sockettwin.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final Reading KETTLE = new Reading(230_000, 4_500, 1_035_000, 1_035_000, 1000);

  private final FrameEncoder encoder = FrameEncoder.typical(Calibration.SHIPPED);

  @Test
  void readsWhatTheEncoderWrote() {
    Reading read = read(encoder.encode(KETTLE, 0));

    assertThat(read.voltageMillivolts()).isCloseTo(230_000, byPercent(230_000));
    assertThat(read.currentMilliamps()).isCloseTo(4_500, byPercent(4_500));
    assertThat(read.activePowerMilliwatts()).isCloseTo(1_035_000, byPercent(1_035_000));
    assertThat(read.powerFactorPermille()).isBetween(995, 1000);
  }

  @Test
  void readsZeroForAnOverflowedRegisterAndTheOthersAsUsual() {
    Reading idle = read(encoder.encode(new Reading(230_000, 0, 0, 0, 0), 0));

    assertThat(idle.voltageMillivolts()).isCloseTo(230_000, byPercent(230_000));
    assertThat(idle.currentMilliamps()).isZero();
    assertThat(idle.activePowerMilliwatts()).isZero();
    assertThat(idle.powerFactorPermille()).isZero();
  }

  @Test
  void readsNothingMeasuredWithoutMains() {
    assertThat(read(encoder.encode(Reading.NONE, 0))).isEqualTo(Reading.NONE);
  }

  @Test
  void readsZeroWhenTheChipDisownsItsParameters() {
    assertThat(read(withState(0xAA))).isEqualTo(Reading.NONE);
    assertThat(read(withState(0xF1))).isEqualTo(Reading.NONE);
  }

  @Test
  void disbelievesUnknownStates() {
    assertThat(Calibration.SHIPPED.read(withState(0x54))).isEmpty();
  }

  @Test
  void disbelievesAZeroRegisterInsteadOfReadingInfinity() {
    assertThat(Calibration.SHIPPED.read(registers(0, 3_200, 14_450))).isEmpty();
    assertThat(Calibration.SHIPPED.read(registers(2_500, 0, 14_450))).isEmpty();
    assertThat(Calibration.SHIPPED.read(registers(2_500, 3_200, 0))).isEmpty();
    assertThat(Calibration.SHIPPED.read(registers(2_500, 3_200, 14_450))).isPresent();
  }

  @Test
  void saturatesWhereARegisterIsAbsurd() {
    Frame absurd = new Frame(0x55, 0x5A, 187_000, 1, 0xFFFFFF, 1, 0xFFFFFF, 1, 0x71, 0);

    assertThat(read(absurd).currentMilliamps()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void countsTheEnergyOfAPulseFromTheParametersOfTheFrame() {
    // 228 pulses make a watt-hour (1e9 nWh) with usual parameters, by the data sheet's formula.
    assertThat(encoder.nanowattHoursPerPulse()).isBetween(1e9 / 229, 1e9 / 227);
    assertThat(Calibration.SHIPPED.nanowattHoursPerPulse(encoder.encode(KETTLE, 7)))
        .isEqualTo(encoder.nanowattHoursPerPulse());
  }

  @Test
  void countsPulsesAcrossTheWrapOfTheCounter() {
    PulseMark before = PulseMark.of(encoder.encode(KETTLE, 65_530));
    PulseMark after = PulseMark.of(encoder.encode(KETTLE, 65_540));
    PulseMark secondWrap = PulseMark.of(encoder.encode(KETTLE, 131_080));

    assertThat(before.pulsesUntil(after)).isEqualTo(10);
    assertThat(after.pulsesUntil(secondWrap)).isEqualTo(65_540);
  }

  @Test
  void knowsNoWorthOfAPulseWithoutItsParameter() {
    assertThat(new Frame(0x55, 0x5A, 1, 1, 1, 1, 0, 1, 0, 0).pulsesUsable()).isFalse();
    assertThat(new Frame(0x55, 0x5A, 1, 1, 1, 1, 1, 1, 0, 0).pulsesUsable()).isTrue();
  }

  @Test
  void seesTheOverflowBitAsTheChipSendsIt() {
    Frame before = encoder.encode(KETTLE, 65_535);
    Frame after = encoder.encode(KETTLE, 65_536);

    assertThat(before.pulseOverflowBit()).isFalse();
    assertThat(before.pulseCounter()).isEqualTo(0xFFFF);
    assertThat(after.pulseOverflowBit()).isTrue();
    assertThat(after.pulseCounter()).isZero();
    assertThat(Frame.parse(after.bytes())).contains(after);
  }

  @Test
  void countsNothingWhenTheMeterRestarted() {
    assertThat(new PulseMark(500, false).pulsesUntil(new PulseMark(3, false))).isZero();
  }

  @Test
  void refusesFactorsThatCannotBe() {
    assertThatThrownBy(() -> new Calibration(3.069, Double.NaN, 3.108))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("current");
    assertThatThrownBy(() -> new Calibration(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Calibration(1, 1, -1)).hasMessageContaining("power");
  }

  private static Frame registers(int voltage, int current, int power) {
    return new Frame(0x55, 0x5A, 187_000, voltage, 15_830, current, 5_115_000, power, 0x71, 0);
  }

  private static Reading read(Frame frame) {
    return Calibration.SHIPPED.read(frame).orElseThrow();
  }

  private static Frame withState(int state) {
    return new Frame(state, 0x5A, 187_000, 2_500, 15_830, 3_200, 5_115_000, 14_450, 0x71, 0);
  }

  private static org.assertj.core.data.Offset<Integer> byPercent(int value) {
    return org.assertj.core.data.Offset.offset(value / 100);
  }
}
