package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A socket through years of random life, its promises checked after each event.
class SocketSimulationTest {

  private static final int SEEDS = 200;
  private static final int STEPS = 2_000;
  private static final FrameEncoder METER = FrameEncoder.typical(Calibration.SHIPPED);

  private final Socket socket = new Socket(SocketSettings.DEFAULT);

  @Test
  void keepsItsPromisesWhateverHappens() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Life(seed).live();
    }
  }

  private final class Life {
    private final int seed;
    private final Random random;
    private SocketState state = SocketState.UNPOWERED;
    private Instant now = Bench.START;
    private long pulses;
    private long stored = 9_999_990_000L;
    private boolean relayClosed;
    private boolean linkUp;

    Life(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void live() {
      step(-1, new Booted(new Retained(stored)));
      for (int step = 0; step < STEPS; step++) {
        now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(20_000) : random.nextInt(90));
        step(step, next());
      }
    }

    private SocketInput next() {
      return switch (random.nextInt(20)) {
        case 0 -> new ButtonPressed();
        case 1, 2 -> new ButtonReleased();
        case 3 -> control(random.nextBoolean() ? 1 : 0, -1);
        case 4 -> control(-1, random.nextInt(30));
        case 5 -> control(random.nextInt(4) - 1, random.nextInt(100_000) - 5_000);
        case 6 -> link(true);
        case 7 -> random.nextInt(5) == 0 ? link(false) : new WakeUp();
        case 8 -> new EventSettled(random.nextInt(50));
        case 9 -> random.nextInt(20) == 0 ? new Booted(new Retained(stored)) : new WakeUp();
        case 10, 11 -> new WakeUp();
        case 12 -> new FrameReceived(anyFrame());
        default -> new FrameReceived(frame(random.nextInt(8) == 0 ? 6_000 : 3_000));
      };
    }

    private SocketInput link(boolean up) {
      linkUp = up;
      return up ? new LinkUp() : new LinkDown();
    }

    private SocketInput control(int on, int seconds) {
      Map<String, ControlValue> values = new HashMap<>();
      if (on >= 0) {
        values.put("power_switch", Bench.whole(on));
      }
      if (seconds != -1) {
        values.put("count_down", Bench.whole(seconds));
      }
      return new ControlReceived(
          "t", random.nextBoolean() ? Freshness.LIVE : Freshness.PENDING, values);
    }

    private Frame frame(int maximumMilliamps) {
      pulses += random.nextInt(300);
      int milliamps = random.nextInt(maximumMilliamps);
      int milliwatts = 230 * milliamps;
      return METER.encode(new Reading(230_000, milliamps, milliwatts, milliwatts, 1000), pulses);
    }

    private Frame anyFrame() {
      return new Frame(
          random.nextInt(256),
          random.nextBoolean() ? Frame.CHECK : random.nextInt(256),
          random.nextInt(1 << 24),
          random.nextInt(1 << 24),
          random.nextInt(1 << 24),
          random.nextInt(1 << 24),
          random.nextInt(1 << 24),
          random.nextInt(1 << 24),
          (int) (pulses >> 16 & 1) << 7,
          (int) pulses & 0xFFFF);
    }

    private void step(int number, SocketInput input) {
      SocketState before = state;
      Step step = socket.advance(before, input, now);
      state = step.state();
      String where = "seed %s, step %s: %s at %s".formatted(seed, number, input, now);
      for (SocketEffect effect : step.effects()) {
        carryOut(effect, where);
      }
      check(before, input, where);
      if (input instanceof Booted) {
        linkUp = false;
      }
    }

    private void carryOut(SocketEffect effect, String where) {
      switch (effect) {
        case SocketEffect.OpenRelay() -> relayClosed = false;
        case SocketEffect.CloseRelay() -> relayClosed = true;
        case SocketEffect.StoreEnergy(long milliwattHours) -> stored = milliwattHours;
        case SocketEffect.WakeAt(Instant time) -> assertThat(time).as(where).isAfter(now);
        case SocketEffect.SendReport(Report report) -> {
          assertThat(linkUp).as(where).isTrue();
          assertThat(report.on()).as(where).isEqualTo(state.load() == Load.ON);
          assertThat(report.energyMilliwattHours()).as(where).isBetween(0L, 9_999_999_999L);
        }
        case SocketEffect.SendEvent event -> assertThat(linkUp).as(where).isTrue();
        case SocketEffect.Remember(Memory _) -> {}
        case SocketEffect.StartProvisioning(Duration _) -> {}
        case SocketEffect.StopProvisioning() -> {}
        case SocketEffect.EraseAll() -> stored = 0;
        case SocketEffect.ReplyToControl reply -> assertThat(reply.token()).isEqualTo("t");
      }
    }

    private void check(SocketState before, SocketInput input, String where) {
      assertThat(relayClosed).as(where).isEqualTo(state.load() == Load.ON);
      assertThat(state.pendingEvents()).as(where).isLessThanOrEqualTo(EventQueue.CAPACITY);
      if (input instanceof FrameReceived(Frame frame)) {
        int measured = Calibration.SHIPPED.read(frame).map(Reading::currentMilliamps).orElse(0);
        assertThat(measured > 4_900 && relayClosed).as(where).isFalse();
      }
      if (before.load() == Load.TRIPPED && state.load() == Load.ON) {
        boolean freshSwitchOn =
            input instanceof ControlReceived(String _, Freshness freshness, var values)
                && freshness == Freshness.LIVE
                && values.containsKey("power_switch");
        boolean click = before.button().releasedAt() != null;
        assertThat(freshSwitchOn || click).as(where).isTrue();
      }
      if (!(input instanceof Booted)) {
        long energy = state.energyMilliwattHours();
        boolean erased = state.procedure() != null;
        boolean rolledOver =
            erased || (before.energyMilliwattHours() > 9_990_000_000L && energy < 10_000_000);
        assertThat(rolledOver || energy >= before.energyMilliwattHours()).as(where).isTrue();
        long unstored = Math.floorMod(energy - stored, 10_000_000_000L);
        assertThat(unstored).as(where).isLessThan(1_001);
      }
    }
  }
}
