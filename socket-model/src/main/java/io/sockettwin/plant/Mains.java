package io.sockettwin.plant;

/// The supply: a nominal voltage with a little noise, the same for the same seed.
public record Mains(int nominalMillivolts, int noisePermille, long seed) {

  /// What European households have; the noise is that of a quiet line.
  public static Mains european(long seed) {
    return new Mains(230_000, 3, seed);
  }

  int millivolts(long sample) {
    return (int) Math.round(nominalMillivolts * (1 + noise(sample) * noisePermille / 1000));
  }

  /// From -1 to 1, of seed and sample alone: a sample is the same in whatever order they are asked
  /// for. The mixing is that of SplitMix64 (Steele, Lea and Flood, 2014).
  private double noise(long sample) {
    long mixed = seed + sample * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return mixed * 0x1p-63;
  }
}
