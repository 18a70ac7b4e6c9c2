package io.sockettwin.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All 256 values of the state byte against the data sheet, with registers that would all be valid.
class FrameStateTest {

  @Test
  void meansWhatTheDataSheetSaysForEachOfItsValues() {
    for (int state = 0; state < 256; state++) {
      Frame frame = new Frame(state, 0x5A, 187_000, 2_500, 15_830, 3_200, 5_115_000, 14_450, 1, 0);
      Optional<Reading> read = Calibration.SHIPPED.read(frame);
      boolean flagged = state >= 0xF0;
      boolean known = state == 0x55 || state == 0xAA || flagged;
      boolean unusable = state == 0xAA || (flagged && state % 2 == 1);

      assertThat(read.isPresent()).as("state %02X", state).isEqualTo(known);
      assertThat(Calibration.SHIPPED.currentMilliamps(frame).isPresent())
          .as("current in state %02X", state)
          .isEqualTo(known && !unusable);
      if (unusable) {
        assertThat(read).as("state %02X", state).contains(Reading.NONE);
      } else if (known) {
        checkFlags(state, flagged, read.orElseThrow());
      }
      assertThat(frame.pulsesUsable()).as("state %02X", state).isEqualTo(known && !unusable);
    }
  }

  private static void checkFlags(int state, boolean flagged, Reading reading) {
    boolean noVoltage = flagged && (state & 8) != 0;
    boolean noCurrent = flagged && (state & 4) != 0;
    boolean noPower = flagged && (state & 2) != 0;
    assertThat(reading.voltageMillivolts())
        .as("state %02X", state)
        .isEqualTo(noVoltage ? 0 : 229_561);
    assertThat(reading.currentMilliamps()).as("state %02X", state).isEqualTo(noCurrent ? 0 : 4_982);
    assertThat(reading.activePowerMilliwatts())
        .as("state %02X", state)
        .isEqualTo(noPower ? 0 : 1_100_167);
    assertThat(reading.apparentPowerMillivoltamperes() == 0).isEqualTo(noVoltage || noCurrent);
    assertThat(reading.powerFactorPermille() == 0).isEqualTo(noVoltage || noCurrent || noPower);
  }

  @Test
  void takesTheChipsOwnRangeFromTheFaintestToTheStrongest() {
    FrameEncoder encoder = FrameEncoder.typical(Calibration.SHIPPED);
    for (int milliamps : new int[] {1, 2, 10, 100, 1_000, 4_900, 20_000, 200_000}) {
      Frame frame = encoder.encode(new Reading(230_000, milliamps, 1_000, 1_000, 1000), 0);
      // Near the top the register holds few counts: its step is the error.
      double step = (double) milliamps * milliamps / (1.007 * 15_830 * 1000) / 2 + 0.51;

      assertThat((double) Calibration.SHIPPED.currentMilliamps(frame).orElseThrow())
          .isCloseTo(milliamps, org.assertj.core.data.Offset.offset(step));
    }
  }

  @Test
  void overflowsWhereNothingOrLessIsMeasured() {
    FrameEncoder encoder = FrameEncoder.typical(Calibration.SHIPPED);
    Frame frame = encoder.encode(new Reading(230_000, -5, -1_000, 0, 0), 0);

    assertThat(frame.state()).isEqualTo(0xF6);
    assertThat(encoder.encode(new Reading(230_000, 1_000, 900, 0, 0), 0).state()).isEqualTo(0xF2);
    assertThat(encoder.encode(new Reading(230_000, 1_000, 1_000, 0, 0), 0).state())
        .as("just under a watt still fits 24 bits")
        .isEqualTo(0x55);
  }
}
