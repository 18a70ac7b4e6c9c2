package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.firmware.FlashedBench.Done;
import io.sockettwin.meter.Frame;
import io.sockettwin.socket.ControlOutcome;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEffect.CloseRelay;
import io.sockettwin.socket.SocketEffect.OpenRelay;
import io.sockettwin.socket.SocketEffect.ReplyToControl;
import io.sockettwin.socket.SocketEffect.SendEvent;
import io.sockettwin.socket.SocketEffect.SendReport;
import io.sockettwin.socket.SocketEffect.StoreEnergy;
import io.sockettwin.socket.SocketEffect.ToCloud;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketInput.Freshness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirmwareTest {

  private FlashedBench device = new FlashedBench().boot(0);

  @Test
  void opensTheRelayAtPowerUpAndTogglesItByClicks() {
    assertThat(device.done).containsExactly(new Done(0, new OpenRelay()));

    device.run(1_000);
    device.press(150);
    assertThat(device.state.relayClosed()).isTrue();
    device.press(150);
    assertThat(device.state.relayClosed()).isFalse();
    device.press(2_000);
    assertThat(device.state.relayClosed()).isFalse();
  }

  @Test
  void tripsSecondsLateAndSaysSoMoreThanOnceAndAsIfNothingWere() {
    switchOnWithLink();
    device.meter(1_000, 5_000);
    long overload = device.now;
    device.meter(6_000, 2_500);
    device.meter(0, 10_000);

    long opened = device.since(overload, OpenRelay.class).getFirst().at();
    assertThat(opened - overload).isBetween(1_000L, 3_200L);
    List<Done> events = device.since(overload, SendEvent.class);
    assertThat(events).hasSizeBetween(2, 4);
    assertThat(((SendEvent) events.getFirst().effect()).event())
        .isEqualTo(new SocketEvent.StatusReport(false, "overcurrent"));
    assertThat(device.state.locked()).isTrue();
    assertThat(device.state.lampRgb()).isIn(0xFF0000, 0);
  }

  @Test
  void readsTheMeterAsItDoesAndBreathesInTheColourOfThePower() {
    switchOnWithLink();
    device.meter(2_000, 3_000);

    assertThat(device.state.reading().currentMilliamps()).isBetween(1_990, 2_010);
    assertThat(device.state.reading().voltageMillivolts()).isBetween(229_500, 230_500);
    assertThat(device.state.reading().activePowerMilliwatts()).isBetween(458_000, 462_000);
    // Some 460 W: between cyan and green, never with red in it.
    assertThat(device.state.lampRgb() >> 16).isZero();
  }

  @Test
  void hardlyReportsWhileItBlinksWhereTheCloudTaskStarves() {
    device =
        new FlashedBench(
            new Firmware(FlashedBench.DEVICE, Firmware.RECORDED_COMMAND_MILLISECONDS, true));
    device.boot(0);
    switchOnWithLink();
    long overload = device.now;
    device.meter(6_000, 40_000);

    long opened = device.since(overload, OpenRelay.class).getFirst().at();
    assertThat(device.now - opened).isGreaterThan(35_000);
    assertThat(device.since(opened, SendReport.class)).hasSizeBetween(2, 12);
  }

  @Test
  void raisesEventsForEverWhereTheIdleMeterKeepsTheOldCurrent() {
    switchOnWithLink();
    device.meter(6_000, 4_000);
    // The usual idle state: only the power is too small to measure (M4, T16).
    Frame idle = new Frame(0xF2, 0x5A, 187_000, 2_495, 15_830, 3_190, 5_115_000, 0xFFFFFF, 0x71, 9);
    long start = device.now;
    for (int i = 0; i < 600; i++) {
      device.input(new SocketInput.FrameReceived(idle));
      device.run(100);
    }

    // After ten that nobody settles, no more are sent (C3).
    assertThat(device.since(0, SendEvent.class)).hasSize(10);
    device.press(150);
    device.run(5_000);
    assertThat(device.state.relayClosed()).isFalse();
    for (Done event : device.since(0, SendEvent.class)) {
      device.input(new SocketInput.EventSettled(((SendEvent) event.effect()).eventId()));
    }
    device.run(3_000);
    assertThat(device.since(start, SendEvent.class)).hasSizeGreaterThan(10);
  }

  @Test
  void reportsEverythingEverySecondOrSoChangedOrNot() {
    switchOnWithLink();
    long start = device.now;
    device.run(60_000);

    assertThat(device.since(start, SendReport.class)).hasSizeBetween(55, 57);
    Report report =
        ((SendReport) device.since(start, SendReport.class).getLast().effect()).report();
    assertThat(report.on()).isTrue();
  }

  @Test
  void answersAControlAndAppliesTheOtherPropertyAsLastReported() {
    switchOnWithLink();
    control("t1", Map.of("count_down", new ControlValue.WholeNumber(20)));
    device.run(3_000);
    assertThat(device.since(0, ReplyToControl.class))
        .extracting(Done::effect)
        .containsExactly(new ReplyToControl("t1", new ControlOutcome.Applied()));
    assertThat(device.state.countdownSeconds()).isBetween(15L, 20L);

    control("t2", Map.of("power_switch", new ControlValue.WholeNumber(0)));
    device.run(3_000);
    assertThat(device.state.relayClosed()).isFalse();
    // Nothing cancels the countdown; at its end it inverts what it finds (T8, T9).
    device.run(30_000);
    assertThat(device.state.relayClosed()).isTrue();
  }

  @Test
  void takesReadOnlyAndUnfitValuesAndLeavesUnknownOnesUnanswered() {
    switchOnWithLink();
    control("r", Map.of("voltage", new ControlValue.WholeNumber(5)));
    device.run(3_000);
    control("b", Map.of("power_switch", new ControlValue.Truth(false)));
    device.run(3_000);
    control("u", Map.of("brightness", new ControlValue.Unfit()));
    device.run(3_000);

    assertThat(device.since(0, ReplyToControl.class))
        .extracting(d -> ((ReplyToControl) d.effect()).token())
        .containsExactly("r", "b");
    assertThat(device.state.relayClosed()).isTrue();
  }

  @Test
  void fallsSilentForGoodAfterALostConnectionButGoesOnWorking() {
    switchOnWithLink();
    device.run(5_000);
    device.input(new SocketInput.LinkDown());
    device.run(2_000);
    device.input(new SocketInput.LinkUp());
    device.run(1_000);
    long back = device.now;
    control("t", Map.of("power_switch", new ControlValue.WholeNumber(0)));
    device.run(600_000);
    assertThat(device.state.silenced()).isTrue();
    assertThat(device.since(back, ToCloud.class)).isEmpty();

    device.press(150);
    assertThat(device.state.relayClosed()).isFalse();
  }

  @Test
  void givesUpForGoodWhenTheLinkIsNotThereSoonAfterPowerUp() {
    device.run(40_000);
    assertThat(device.state.silenced()).isTrue();
    device.input(new SocketInput.LinkUp());
    device.run(60_000);

    assertThat(device.since(0, ToCloud.class)).isEmpty();
    device.press(150);
    assertThat(device.state.relayClosed()).isTrue();
  }

  @Test
  void hangsWhereTheLinkIsLostWhileItWaitsForItsFirstAnswers() {
    int hung = 0;
    for (int lostAt = 2_250; lostAt < 2_800; lostAt += 10) {
      device = new FlashedBench().boot(0);
      device.press(100);
      device.input(new SocketInput.LinkUp());
      device.until(lostAt);
      device.input(new SocketInput.LinkDown());
      device.run(30_000);
      if (device.state.hung()) {
        hung++;
        // Its relay stays as it was, whoever presses what (C11, U4).
        device.press(100);
        assertThat(device.state.relayClosed()).as("lost at %s", lostAt).isTrue();
      }
      assertThat(device.state.silenced()).as("lost at %s", lostAt).isTrue();
    }
    assertThat(hung).isPositive();
  }

  @Test
  void letsTheEnergyRunAwayOnceTheCounterHasWrapped() {
    for (int i = 0; i < 10; i++) {
      device.input(new SocketInput.FrameReceived(device.frame(1_000, 65_530 + i)));
      device.run(100);
    }
    long before = device.state.energyMilliwattHours();
    for (int i = 10; i < 110; i++) {
      device.input(new SocketInput.FrameReceived(device.frame(1_000, 65_530 + i)));
      device.run(100);
    }

    assertThat(device.state.energyMilliwattHours() - before).isEqualTo(100_000);
  }

  @Test
  void keepsOnlyTheFirstTotalItEverSaved() {
    for (int i = 1; i <= 400; i++) {
      device.input(new SocketInput.FrameReceived(device.frame(4_000, 100L * i)));
      device.run(1_000);
    }

    List<Done> stored = device.since(0, StoreEnergy.class);
    assertThat(stored).hasSize(1);
    assertThat(stored.getFirst().at()).isBetween(60_000L, 63_000L);
    assertThat(device.state.energyMilliwattHours())
        .isGreaterThan(((StoreEnergy) stored.getFirst().effect()).milliwattHours());
  }

  @Test
  void restartsAtTheEndOfProvisioningWithItsRelayOpen() {
    switchOnWithLink();
    long start = device.now;
    device.press(7_000);
    device.run(42_000);

    assertThat(device.since(start, SocketEffect.StartProvisioning.class)).hasSize(1);
    assertThat(device.since(start, SocketEffect.StopProvisioning.class)).hasSize(1);
    assertThat(device.since(start, OpenRelay.class)).hasSize(1);
    assertThat(device.state.relayClosed()).isFalse();
    long restarted = device.now;
    device.run(20_000);
    assertThat(device.since(restarted, SendReport.class)).isNotEmpty();
  }

  @Test
  void protectsNothingWhileTheButtonIsHeld() {
    switchOnWithLink();
    device.input(new SocketInput.ButtonPressed());
    device.meter(9_000, 30_000);

    assertThat(device.state.relayClosed()).isTrue();
  }

  @Test
  void hearsNothingOfTimeOfDaySchedulesAndFaults() {
    FirmwareState before = device.state;
    device.input(new SocketInput.ClockSet(FlashedBench.BOOT));
    device.input(new SocketInput.ProvisioningEnded());
    device.input(new SocketInput.FaultFound(SocketEvent.METER_SILENT));

    assertThat(device.state.energyMilliwattHours()).isEqualTo(before.energyMilliwattHours());
    assertThat(device.done).hasSize(1);
  }

  @Test
  void livesThroughJumpsOfTheClockOfTheWorld() {
    switchOnWithLink();
    device.now += 365L * 24 * 3_600 * 1_000 * 50;
    device.input(new SocketInput.WakeUp());
    device.run(10_000);
    device.now -= 365L * 24 * 3_600 * 1_000 * 70;
    device.input(new SocketInput.WakeUp());

    assertThat(device.state.relayClosed()).isTrue();
    device.now += 365L * 24 * 3_600 * 1_000 * 70;
    device.run(1_000);
    device.press(150);
    assertThat(device.state.relayClosed()).isFalse();
  }

  @Test
  void isNothingWithoutPower() {
    switchOnWithLink();
    device.input(new SocketInput.Stopping());
    assertThat(device.state.relayClosed()).isFalse();
    assertThat(device.state.lampRgb()).isZero();
    int done = device.done.size();
    device.input(new SocketInput.ButtonPressed());
    assertThat(device.done).hasSize(done);
    assertThat(device.state.reading().voltageMillivolts()).isZero();
  }

  private void control(String token, Map<String, ControlValue> values) {
    device.input(new SocketInput.ControlReceived(token, Freshness.LIVE, values));
  }

  private void switchOnWithLink() {
    device.run(1_000);
    device.input(new SocketInput.LinkUp());
    device.run(7_000);
    device.press(150);
    // A control before the next report would apply the switch as it was reported last (T11).
    device.run(2_000);
    assertThat(device.since(0, CloseRelay.class)).hasSize(1);
    assertThat(device.since(0, SendReport.class)).isNotEmpty();
  }
}
