package io.sockettwin.loadsim.network;

import java.util.random.RandomGenerator;

/// What a network does to each message on its way: the chances, from 0 to 1, and the delay.
public record Weather(double loss, double duplicate, double reorder, long delayNanos) {

  public static final Weather CLEAR = new Weather(0, 0, 0, 0);

  /// A message that is overtaken comes this much later, enough for others to pass.
  private static final long OVERTAKEN_NANOS = 200_000_000;

  /// A delay is not the same for all: from half to three halves of it.
  private static final double SPREAD = 0.5;

  private static final long[] LOST = {};

  public boolean clear() {
    return equals(CLEAR);
  }

  /// When the copies of a message arrive, from now: none if it is lost, two if it comes twice.
  public long[] fate(RandomGenerator dice) {
    if (dice.nextDouble() < loss) {
      return LOST;
    }
    long first = delay(dice);
    return dice.nextDouble() < duplicate ? new long[] {first, delay(dice)} : new long[] {first};
  }

  private long delay(RandomGenerator dice) {
    double usual = delayNanos * (1 - SPREAD + 2 * SPREAD * dice.nextDouble());
    double overtaken = dice.nextDouble() < reorder ? OVERTAKEN_NANOS * dice.nextDouble() : 0;
    return (long) (usual + overtaken);
  }

  public Weather withLoss(double chance) {
    return new Weather(chance, duplicate, reorder, delayNanos);
  }

  public Weather withDuplicate(double chance) {
    return new Weather(loss, chance, reorder, delayNanos);
  }

  public Weather withReorder(double chance) {
    return new Weather(loss, duplicate, chance, delayNanos);
  }

  public Weather withDelayNanos(long nanos) {
    return new Weather(loss, duplicate, reorder, nanos);
  }
}
