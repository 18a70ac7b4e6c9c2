package io.sockettwin.socket;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.ClockSet;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.FaultFound;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ProvisioningEnded;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A socket through random life: everything that can happen, at any time, power losses included.
class SocketSimulationTest {

  private static final int SEEDS = 300;
  private static final int STEPS = 2_000;
  private static final FrameEncoder METER = FrameEncoder.typical(Calibration.SHIPPED);
  private static final Limits TOLERANT =
      Limits.DEFAULT.withInrush(new Inrush(Duration.ofMillis(800), 20_000));

  @Test
  void keepsItsPromisesWhateverHappens() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Fate(seed).live();
    }
  }

  private static final class Fate {
    private final Random random;
    private final Life life;
    private long pulses;

    Fate(int seed) {
      random = new Random(seed);
      RestorePolicy policy = List.of(RestorePolicy.values()).get(seed % 3);
      SocketSettings settings =
          SocketSettings.DEFAULT
              .with(Handling.DEFAULT.withRestore(policy).withTellsSchedule(seed % 2 == 0))
              .with(seed % 5 == 0 ? TOLERANT : Limits.DEFAULT);
      life = new Life(settings, "seed " + seed);
      life.storedEnergy = 9_999_990_000L;
    }

    void live() {
      life.boot();
      for (int step = 0; step < STEPS; step++) {
        life.now = life.now.plusMillis(pause());
        if (random.nextInt(100) == 0) {
          life.boot();
        } else {
          life.step(next());
        }
      }
    }

    private long pause() {
      return switch (random.nextInt(200)) {
        case 0 -> Duration.ofDays(random.nextInt(8_000) - 4_000).toMillis();
        case 1, 2, 3, 4 -> random.nextInt(20_000);
        default -> random.nextInt(110);
      };
    }

    private SocketInput next() {
      return switch (random.nextInt(26)) {
        case 0 -> new ButtonPressed();
        case 1, 2 -> new ButtonReleased();
        case 3 -> control(Map.of("power_switch", Bench.whole(random.nextInt(2))));
        case 4 -> control(Map.of("count_down", Bench.whole(random.nextInt(30))));
        case 5 -> control(anything());
        case 6 -> new LinkUp();
        case 7 -> random.nextInt(5) == 0 ? new LinkDown() : new WakeUp();
        case 8 -> new EventSettled(random.nextInt(50));
        case 9 -> new ClockSet(wallClock());
        case 10 -> new ScheduleSet(schedule());
        case 11 -> new ProvisioningEnded();
        case 12 -> new FaultFound(SocketEvent.STORAGE_FAILING);
        case 13, 14, 15 -> new WakeUp();
        case 16 -> new FrameReceived(anyFrame());
        default -> new FrameReceived(frame(random.nextInt(8) == 0 ? 6_000 : 3_000));
      };
    }

    private SocketInput control(Map<String, ControlValue> values) {
      Freshness freshness = random.nextBoolean() ? Freshness.LIVE : Freshness.PENDING;
      return new ControlReceived("t", freshness, values);
    }

    private Map<String, ControlValue> anything() {
      Map<String, ControlValue> values = new HashMap<>();
      for (String name : List.of("power_switch", "count_down", "schedule", "voltage", "")) {
        if (random.nextInt(3) == 0) {
          values.put(
              name,
              switch (random.nextInt(5)) {
                case 0 -> new ControlValue.Unfit();
                case 4 -> new ControlValue.Text(ScheduleText.write(schedule()));
                case 1 -> new ControlValue.Truth(random.nextBoolean());
                case 2 -> Bench.whole(random.nextLong());
                default -> Bench.whole(random.nextInt(5) - 1);
              });
        }
      }
      return values;
    }

    private Instant wallClock() {
      return switch (random.nextInt(4)) {
        case 0 -> life.now.plusSeconds(random.nextInt(200) - 100);
        case 1 -> life.now.plus(Duration.ofDays(random.nextInt(10_000) - 5_000));
        case 2 -> random.nextBoolean() ? Instant.MIN : Instant.MAX;
        default -> life.now;
      };
    }

    private Schedule schedule() {
      // Near the time of day it may well be, so that they do come due.
      LocalTime about = LocalTime.ofInstant(life.now, ZoneId.of("Europe/Lisbon"));
      List<WeeklyTimer> timers =
          Stream.generate(() ->
                  new WeeklyTimer(
                      EnumSet.allOf(DayOfWeek.class),
                      about.plusSeconds(random.nextInt(30)),
                      random.nextBoolean(),
                      true))
              .limit(random.nextInt(4))
              .toList();
      return new Schedule(ZoneId.of("Europe/Lisbon"), timers);
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
  }
}
