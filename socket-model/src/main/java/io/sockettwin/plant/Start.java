package io.sockettwin.plant;

import java.time.Duration;

/// How much more an appliance draws when it starts.
///
/// @param factor of its usual current, in the first moment
/// @param decay in this time the excess falls to a third of what it was (1/e)
/// @param powerFactorPermille of the excess alone
public record Start(double factor, Duration decay, int powerFactorPermille) {

  public static final Start SOFT = new Start(1, Duration.ofMillis(1), 1000);

  /// A cold filament, whose resistance is a tenth of the hot one's.
  public static final Start FILAMENT = new Start(9, Duration.ofMillis(60), 1000);

  /// A small compressor, against its pressure.
  public static final Start COMPRESSOR = new Start(5.5, Duration.ofMillis(250), 500);

  /// A motor with a mass to move draws six times its current for half a second.
  public static final Start MOTOR = new Start(6, Duration.ofMillis(500), 400);

  public Start {
    if (!(factor >= 1) || !decay.isPositive()) {
      throw new IllegalArgumentException("no such start: " + factor + ", " + decay);
    }
  }

  /// The excess, as a multiple of the usual, on average over the last part of the time since the
  /// start.
  double excess(double sinceSeconds, double overSeconds) {
    double tau = decay.toNanos() / 1e9;
    double from = Math.max(0, sinceSeconds - overSeconds);
    double mean = tau * (Math.exp(-from / tau) - Math.exp(-sinceSeconds / tau));
    return overSeconds <= 0 ? 0 : (factor - 1) * mean / overSeconds;
  }
}
