package io.sockettwin.plant;

/// Numbers that look random and depend on seed and place alone: a sample is the same in whatever
/// order they are asked for.
final class Noise {

  private Noise() {}

  /// From 0 to below 1. The mixing is that of SplitMix64 (Steele, Lea and Flood, 2014).
  static double unit(long seed, long place) {
    long mixed = seed + place * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (mixed >>> 11) * 0x1p-53;
  }

  /// From -1 to below 1.
  static double signed(long seed, long place) {
    return 2 * unit(seed, place) - 1;
  }

  /// From -1 to 1, without steps: straight lines between values that are a period apart.
  static double smooth(long seed, long at, long period) {
    long knot = Math.floorDiv(at, period);
    double part = (double) Math.floorMod(at, period) / period;
    return signed(seed, knot) * (1 - part) + signed(seed, knot + 1) * part;
  }
}
