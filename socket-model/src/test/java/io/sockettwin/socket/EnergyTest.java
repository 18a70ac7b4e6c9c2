package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.socket.SocketEffect.StoreEnergy;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.Stopping;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnergyTest {

  private final Bench bench = new Bench();

  @Test
  void countsThePulsesOfTheMeter() {
    bench.measure(1_000);
    bench.measure(1_000, 2_280);

    // 228 pulses make about a watt-hour.
    assertThat(bench.state.energyMilliwattHours()).isBetween(9_950L, 10_050L);
  }

  @Test
  void takesTheFirstFrameOnlyForWhereTheCounterStands() {
    bench.measure(1_000, 40_000);

    assertThat(bench.state.energyMilliwattHours()).isZero();
  }

  @Test
  void countsOnWhenThePulseCounterOfTheMeterWraps() {
    bench.measure(1_000, 65_500);
    bench.measure(1_000, 0);
    bench.passMillis(105);
    bench.measure(1_000, 228);

    assertThat(bench.state.energyMilliwattHours()).isBetween(995L, 1_005L);
  }

  @Test
  void countsNothingWhenTheMeterStartsAnewAfterItsCounterHadWrapped() {
    bench.measure(1_000, 65_536 + 40_000);
    bench.passMillis(105);
    // Its overflow bit goes back to zero, which looks as if 112 Wh had been used in a moment.
    bench.measure(1_000, -65_536 - 40_000);
    assertThat(bench.state.energyMilliwattHours()).isZero();

    bench.passMillis(105);
    bench.measure(1_000, 228);
    assertThat(bench.state.energyMilliwattHours()).isBetween(995L, 1_005L);
  }

  @Test
  void losesNothingToRoundingOverManySmallSteps() {
    bench.measure(1_000);
    for (int i = 0; i < 100_000; i++) {
      bench.measure(1_000, 1);
    }
    long inSmallSteps = bench.state.energyMilliwattHours();

    Bench other = new Bench();
    other.measure(1_000);
    other.measure(1_000, 50_000);
    other.pass(Duration.ofHours(1));
    other.measure(1_000, 50_000);
    assertThat(inSmallSteps).isCloseTo(other.state.energyMilliwattHours(), offset(1));
  }

  @Test
  void storesBeforeAWattHourIsFull() {
    bench.measure(1_000);
    for (int i = 0; i < 1_000; i++) {
      bench.measure(1_000, 1);
    }

    assertThat(bench.effects(StoreEnergy.class))
        .extracting(StoreEnergy::milliwattHours)
        .hasSize(5)
        .first()
        .matches(first -> first >= 800 && first < 810);
  }

  @Test
  void storesSmallerAmountsBeforeAMinuteIsOver() {
    bench.measure(10);
    bench.measure(10, 3);
    bench.pass(Duration.ofSeconds(49));
    assertThat(bench.effects(StoreEnergy.class)).isEmpty();
    bench.pass(Duration.ofSeconds(1));
    assertThat(bench.effects(StoreEnergy.class)).hasSize(1);

    bench.pass(Duration.ofHours(1));
    assertThat(bench.effects(StoreEnergy.class)).as("nothing new to store").isEmpty();
  }

  /// The bound of what goes with the power: 1 Wh or 60 s, less the half second and the ten seconds
  /// that a write may take.
  @Test
  void neverHasMoreUnstoredThanMayBeLost() {
    for (int milliamps : new int[] {5, 40, 200, 1_000, 4_899}) {
      Bench load = new Bench();
      double pulsesEach = 230 * milliamps / 1e3 * 105 / 3.6e6 * 228;
      long stored = 0;
      Instant storedAt = load.now;
      for (int frame = 1; frame < 5_000; frame++) {
        load.passMillis(105);
        load.measure(milliamps, (int) (frame * pulsesEach) - (int) ((frame - 1) * pulsesEach));
        for (StoreEnergy store : load.effects(StoreEnergy.class)) {
          stored = store.milliwattHours();
          storedAt = load.now;
        }
        long unstored = load.state.energyMilliwattHours() - stored;
        assertThat(unstored).as("%s mA", milliamps).isLessThan(840);
        assertThat(unstored == 0 || load.now.isBefore(storedAt.plusSeconds(51)))
            .as("%s mA: %s mWh for a minute", milliamps, unstored)
            .isTrue();
      }
    }
  }

  @Test
  void storesTheRestWhenStoppedInOrder() {
    bench.measure(1_000);
    bench.measure(1_000, 3);
    bench.input(new Stopping());

    assertThat(bench.effects(StoreEnergy.class))
        .containsExactly(new StoreEnergy(bench.state.energyMilliwattHours()));
  }

  @Test
  void goesOnFromWhatWasStored() {
    bench.input(new Booted(new Retained(1_234_567)));

    assertThat(bench.state.energyMilliwattHours()).isEqualTo(1_234_567);
  }

  @Test
  void startsAgainFromZeroAtTenThousandKilowattHours() {
    bench.input(new Booted(new Retained(9_999_999_999L)));
    bench.measure(1_000);
    bench.effects();
    bench.measure(1_000, 10);

    assertThat(bench.state.energyMilliwattHours()).isBetween(40L, 45L);
    assertThat(bench.effects(StoreEnergy.class)).hasSize(1);
  }

  @Test
  void goesOnPastTenThousandKilowattHoursWhereTheOwnerSaysSo() {
    Bench endless =
        new Bench(SocketSettings.DEFAULT.with(Handling.DEFAULT.withEnergyRollsOver(false)));
    endless.input(new Booted(new Retained(9_999_999_999L)));
    endless.measure(1_000);
    endless.measure(1_000, 10);

    assertThat(endless.state.energyMilliwattHours()).isGreaterThan(10_000_000_000L);
    assertThat(endless.state.report(endless.now).energyMilliwattHours())
        .as("the data template ends there")
        .isEqualTo(10_000_000_000L);
  }

  @Test
  void survivesATotalThatNoSocketCanHaveCounted() {
    for (boolean rollsOver : new boolean[] {true, false}) {
      Bench other =
          new Bench(SocketSettings.DEFAULT.with(Handling.DEFAULT.withEnergyRollsOver(rollsOver)));
      other.input(new Booted(new Retained(Long.MAX_VALUE)));
      other.measure(1_000);
      other.measure(1_000, 60_000);

      assertThat(other.state.energyMilliwattHours()).isNotNegative();
    }
  }

  @Test
  void refusesNegativeEnergy() {
    assertThatThrownBy(() -> new Retained(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static org.assertj.core.data.Offset<Long> offset(long by) {
    return org.assertj.core.data.Offset.offset(by);
  }
}
