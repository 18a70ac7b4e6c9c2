package io.sockettwin.loadsim.fleet;

import io.sockettwin.loadsim.time.Agenda;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Numbers that look random and follow from the seed.
final class Chance {

  /// Far beyond any run, and still a time that others can be added to.
  private static final long FAR_NANOS = Agenda.NEVER / 4;

  private static final long MEMBERS = 0x9E3779B97F4A7C15L;

  private Chance() {}

  /// The dice of one socket: what they show depends on nobody else's throws.
  static RandomGenerator dice(long seed, int member, int purpose) {
    return new SplittableRandom(seed + (member * 8L + purpose + 1) * MEMBERS);
  }

  /// How long until something that happens so often on average.
  static long waitNanos(RandomGenerator dice, double perNano) {
    if (perNano <= 0) {
      return FAR_NANOS;
    }
    // StrictMath, so that all machines draw the same.
    double wait = -StrictMath.log(1 - dice.nextDouble()) / perNano;
    return wait < FAR_NANOS ? (long) wait : FAR_NANOS;
  }
}
