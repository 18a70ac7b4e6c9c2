package io.sockettwin.service.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Devices whose truth is known, with everything that happens to counters and messages, from seeds:
/// the total never falls, never exceeds the truth by more than noise, and misses no more than what
/// nobody could know.
class CountingSimulationTest {
  private static final long KWH = Meter.MILLIWATT_HOURS_PER_KWH;
  private static final long TOP = 10_000 * KWH;
  private static final int SEEDS = 200;
  private static final int STEPS = 1_500;

  /// One device and what is on its way from it.
  private static final class Plant {
    final Random random;
    final List<Reading> sent = new ArrayList<>();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    long truth;
    long counter;
    long saved;
    long missable;
    long started;
    long unreported;
    int readingsSinceJump = 2;

    Plant(long seed) {
      random = new Random(seed);
      counter = random.nextBoolean() ? TOP - random.nextLong(KWH) : random.nextLong(TOP - 2 * KWH);
      saved = counter;
      started = counter;
    }

    /// A while of use, most often a second, sometimes a day.
    void use() {
      long seconds = random.nextInt(50) == 0 ? random.nextInt(86_400) : 1 + random.nextInt(5);
      long milliwatts = random.nextInt(3) == 0 ? 0 : random.nextLong(3_600_000);
      long used = milliwatts * seconds / 3_600;
      now = now.plusSeconds(seconds);
      truth += used;
      unreported += used;
      if (readingsSinceJump < 2) {
        missable += used;
      }
      counter += used;
      if (counter >= TOP) {
        counter -= TOP;
        readingsSinceJump = 0;
      }
      if (random.nextInt(10) == 0) {
        saved = counter;
      }
    }

    /// Nobody may know what was used between the last reading before it and the second one after
    /// it; and a fall-back takes what was counted twice.
    void jumped() {
      readingsSinceJump = 0;
      missable += unreported + 2 * KWH;
    }

    /// As a float32 device tells it.
    void report() {
      readingsSinceJump++;
      unreported = 0;
      double kwh = (float) (counter / (double) KWH);
      sent.add(new Reading(Math.round(Math.min(kwh, 10_000) * KWH), now));
    }

    /// Something goes wrong, but not twice within two readings, and not shortly before the top: a
    /// reset there cannot be told from a roll-over.
    void happens() {
      if (counter > TOP - 200 * KWH || readingsSinceJump < 2) {
        return;
      }
      switch (random.nextInt(400)) {
        case 0 -> {
          counter = 0;
          saved = 0;
          jumped();
        }
        case 1 -> {
          long lost = Math.floorMod(counter - saved, TOP);
          if (lost <= KWH / 2) {
            counter = saved;
            jumped();
          }
        }
        case 2 -> {
          counter = random.nextLong(TOP - 2 * KWH);
          saved = counter;
          jumped();
        }
        default -> {}
      }
    }
  }

  @Test
  void neverFallsNeverExceedsAndMissesLittle() {
    long jumps = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Plant plant = new Plant(seed);
      Count count = run(plant, seed);
      jumps += count.jumps();
      long counted = count.lifetimeMilliwattHours() - plant.started;
      String which = "seed " + seed + ": truth " + plant.truth + ", counted " + counted;
      assertThat(counted).as(which).isLessThanOrEqualTo(plant.truth + noise(count));
      assertThat(counted)
          .as(which)
          .isGreaterThanOrEqualTo(plant.truth - plant.missable - noise(count));
    }
    assertThat(jumps).isGreaterThan(SEEDS);
  }

  /// Steps of a float at both ends of each run of the counter.
  private static long noise(Count count) {
    return 2 * Meter.NOISE_MILLIWATT_HOURS * (count.jumps() + 2);
  }

  private static Count run(Plant plant, long seed) {
    Counting counting = new Counting(new Meter(TOP, 4_000_000));
    plant.report();
    Count count = counting.take(Count.NONE, plant.sent.removeFirst()).count();
    for (int step = 0; step < STEPS; step++) {
      for (Reading reading : delivered(plant)) {
        Count.Step next = counting.take(count, reading);
        long more = next.count().lifetimeMilliwattHours() - count.lifetimeMilliwattHours();
        assertThat(more).as("seed " + seed + ", step " + step).isGreaterThanOrEqualTo(0);
        Gain gain = next.gain();
        assertThat(gain == null ? 0 : gain.milliwattHours()).isEqualTo(more);
        count = next.count();
      }
      plant.use();
      if (step < STEPS - 5) {
        plant.happens();
      }
      plant.report();
    }
    for (Reading reading : plant.sent) {
      count = counting.take(count, reading).count();
    }
    return count;
  }

  /// Late in their order, repeated, or not at all.
  private static List<Reading> delivered(Plant plant) {
    List<Reading> delivered = new ArrayList<>();
    if (plant.random.nextInt(20) == 0) {
      return delivered;
    }
    for (Reading reading : plant.sent) {
      delivered.add(reading);
      if (plant.random.nextInt(10) == 0) {
        delivered.add(reading);
      }
    }
    plant.sent.clear();
    if (plant.random.nextInt(10) == 0) {
      Collections.shuffle(delivered, plant.random);
    }
    return delivered;
  }
}
