package io.sockettwin.plant;

import java.util.SplittableRandom;

/// The supply: a nominal voltage with a little noise, the same for the same seed.
public record Mains(int nominalMillivolts, int noisePermille, long seed) {

  /// What European households have; the noise is that of a quiet line.
  public static Mains european(long seed) {
    return new Mains(230_000, 3, seed);
  }

  int millivolts(long sample) {
    // Drawn from seed and sample alone, so that a sample is the same in whatever order they are
    // asked.
    double noise = new SplittableRandom(seed + sample).nextDouble(-noisePermille, noisePermille);
    return (int) Math.round(nominalMillivolts * (1 + noise / 1000));
  }
}
