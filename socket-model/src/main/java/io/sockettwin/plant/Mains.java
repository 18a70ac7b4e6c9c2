package io.sockettwin.plant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The supply: voltage and frequency at any time, the same for the same seed.
///
/// @param noisePermille how much the voltage moves from one sample to the next
/// @param disturbancesPerWeek how many come by chance, on average
/// @param injected one that somebody asked for, from a time on
public record Mains(
    int nominalMillivolts,
    int nominalMillihertz,
    int noisePermille,
    int disturbancesPerWeek,
    long seed,
    @Nullable Injected injected) {

  /// A disturbance and the time, in nanoseconds of the plant, at which it begins.
  public record Injected(Disturbance disturbance, long fromNanos) {}

  static final long HOUR_NANOS = Duration.ofHours(1).toNanos();
  private static final int HOURS_PER_WEEK = 168;

  /// Neighbours come and go: the voltage drifts by up to two percent in some ten minutes.
  private static final long DRIFT_NANOS = Duration.ofMinutes(10).toNanos();

  private static final double DRIFT = 0.02;

  /// A large network keeps its frequency within some 30 mHz in ordinary operation.
  private static final long FREQUENCY_NANOS = Duration.ofMinutes(1).toNanos();

  private static final double FREQUENCY_MILLIHERTZ = 30;

  // Keeps the series of one seed apart.
  private static final long DRIFT_SERIES = 0x5DEECE66DL;
  private static final long FREQUENCY_SERIES = 0x2545F4914F6CDD1DL;
  private static final long CHANCE_SERIES = 0x369DEA0F31A53F85L;

  /// What European households have; the noise is that of a quiet line.
  public static Mains european(long seed) {
    return new Mains(230_000, 50_000, 3, 0, seed, null);
  }

  /// The end of a long line in the country, where something is wrong every few hours.
  public static Mains rough(long seed) {
    return new Mains(225_000, 50_000, 8, 40, seed, null);
  }

  /// Lets something happen from now on, in the place of what was asked for before.
  public Mains disturbed(Disturbance disturbance, long nowNanos) {
    return new Mains(
        nominalMillivolts,
        nominalMillihertz,
        noisePermille,
        disturbancesPerWeek,
        seed,
        new Injected(disturbance, nowNanos));
  }

  /// The voltage without load.
  public double volts(long nanos) {
    double drift = DRIFT * Noise.smooth(seed ^ DRIFT_SERIES, nanos, DRIFT_NANOS);
    double noise = noisePermille / 1000.0 * Noise.signed(seed, nanos);
    Disturbance disturbance = disturbance(nanos);
    double left = disturbance == null ? 1 : disturbance.permille() / 1000.0;
    return nominalMillivolts / 1000.0 * (1 + drift + noise) * left;
  }

  public int millihertz(long nanos) {
    double drift = Noise.smooth(seed ^ FREQUENCY_SERIES, nanos, FREQUENCY_NANOS);
    return (int) Math.round(nominalMillihertz + FREQUENCY_MILLIHERTZ * drift);
  }

  /// What is wrong at this time; null if nothing is.
  public @Nullable Disturbance disturbance(long nanos) {
    if (injected != null && within(injected.fromNanos(), injected.disturbance(), nanos)) {
      return injected.disturbance();
    }
    long hour = Math.floorDiv(nanos, HOUR_NANOS);
    if (draw(hour, 0) * HOURS_PER_WEEK >= disturbancesPerWeek) {
      return null;
    }
    Disturbance chance = Disturbance.byChance(draw(hour, 1), draw(hour, 2));
    // Over within its hour, so that the hour alone tells all.
    long room = HOUR_NANOS - chance.lasts().toNanos();
    long from = hour * HOUR_NANOS + (long) (draw(hour, 3) * room);
    return within(from, chance, nanos) ? chance : null;
  }

  private double draw(long hour, int which) {
    return Noise.unit(seed ^ CHANCE_SERIES, hour * 4 + which);
  }

  private static boolean within(long from, Disturbance disturbance, long nanos) {
    return nanos >= from && nanos - from < disturbance.lasts().toNanos();
  }
}
