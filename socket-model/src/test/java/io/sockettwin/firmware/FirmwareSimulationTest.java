package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random lives of flashed devices, from a seed.
class FirmwareSimulationTest {

  private static final Firmware FIRMWARE = Firmware.asCaptured(FlashedBench.DEVICE);
  private static final FrameEncoder CHIP = FrameEncoder.typical(Calibration.SHIPPED);

  @Test
  void doesTheSameAgainAndLeavesEveryStateAsItWas() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      FirmwareState state = FirmwareState.UNPOWERED;
      Instant now = FlashedBench.BOOT;
      boolean closed = false;
      for (int i = 0; i < 1_500; i++) {
        String at = "seed " + seed + " step " + i;
        SocketInput input = i == 0 ? new SocketInput.Booted(Retained.NOTHING) : input(random);
        FirmwareStep step = FIRMWARE.advance(state, input, now);
        FirmwareStep again = FIRMWARE.advance(state, input, now);
        assertThat(again.effects()).as(at).isEqualTo(step.effects());
        for (SocketEffect effect : step.effects()) {
          if (effect instanceof SocketEffect.CloseRelay
              || effect instanceof SocketEffect.OpenRelay) {
            closed = effect instanceof SocketEffect.CloseRelay;
          }
          if (effect instanceof SocketEffect.WakeAt(Instant time)) {
            assertThat(time).as(at).isAfter(now);
          }
        }
        assertThat(step.state().relayClosed()).as(at).isEqualTo(closed);
        state = step.state();
        now = now.plusMillis(random.nextInt(random.nextInt(50) == 0 ? 20_000 : 120));
      }
    }
  }

  @Test
  void doesTheSameHoweverOftenItIsWoken() {
    for (int seed = 0; seed < 10; seed++) {
      assertThat(life(seed, 3))
          .as("seed %s", seed)
          .containsExactlyElementsOf(life(seed, 1_000_000));
    }
  }

  /// What a life leads to, with superfluous wake-ups strewn in; without the wishes to be woken.
  private static List<String> life(int seed, int quiet) {
    Random random = new Random(seed);
    Random superfluous = new Random(~seed);
    FlashedBench bench = new FlashedBench(FIRMWARE).boot(0);
    for (int i = 0; i < 400; i++) {
      SocketInput input = input(random);
      if (!(input instanceof SocketInput.Stopping)) {
        bench.input(input);
      }
      long end = bench.now + 1 + random.nextInt(500);
      // Not at the end itself: what comes first within a millisecond is the runner's affair.
      while (bench.now < end - 1) {
        bench.until(Math.min(end - 1, bench.now + 1 + superfluous.nextInt(quiet)));
        if (quiet < 1_000) {
          bench.input(new SocketInput.WakeUp());
        }
      }
      bench.now = end;
    }
    List<String> moves = new ArrayList<>();
    bench.done.forEach(done -> moves.add(done.toString()));
    return moves;
  }

  private static SocketInput input(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> new SocketInput.ButtonPressed();
      case 1, 2 -> new SocketInput.ButtonReleased();
      case 3 -> new SocketInput.LinkUp();
      case 4 -> random.nextInt(40) == 0 ? new SocketInput.LinkDown() : new SocketInput.WakeUp();
      case 5 ->
          new SocketInput.ControlReceived(
              "t" + random.nextInt(1_000), SocketInput.Freshness.LIVE, values(random));
      case 6 -> new SocketInput.EventSettled(random.nextInt(200));
      default -> new SocketInput.FrameReceived(frame(random));
    };
  }

  private static Map<String, ControlValue> values(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("power_switch", new ControlValue.WholeNumber(random.nextInt(3)));
      case 1 -> Map.of("count_down", new ControlValue.WholeNumber(random.nextInt(12) - 1));
      case 2 -> Map.of("\"}{", new ControlValue.Unfit());
      default ->
          Map.of(
              "power_switch",
              new ControlValue.Truth(random.nextBoolean()),
              "current",
              new ControlValue.Unfit());
    };
  }

  private static Frame frame(Random random) {
    if (random.nextInt(30) == 0) {
      byte[] any = new byte[Frame.LENGTH];
      random.nextBytes(any);
      int sum = 0;
      for (int i = 2; i < Frame.LENGTH - 1; i++) {
        sum += any[i];
      }
      any[Frame.LENGTH - 1] = (byte) sum;
      return Frame.parse(any).orElseThrow();
    }
    int milliamps = random.nextInt(6_000);
    return CHIP.encode(
        new Reading(230_000, milliamps, 230 * milliamps, 230 * milliamps, 1000),
        random.nextInt(1 << 18));
  }
}
