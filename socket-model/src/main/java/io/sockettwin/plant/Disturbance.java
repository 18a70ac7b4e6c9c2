package io.sockettwin.plant;

import java.time.Duration;

/// Mains that are not what they should be, for a while.
///
/// @param permille what is left of the voltage, or how much there is too much of it
public record Disturbance(Kind kind, int permille, Duration lasts) {

  static final int MAX_PERMILLE = 1_500;

  /// The words of EN 50160 for what happens to a supply, and of operators for a long sag.
  public enum Kind {
    SAG,
    SURGE,
    BROWN_OUT,
    OUTAGE
  }

  public Disturbance {
    if (permille < 0 || permille > MAX_PERMILLE || lasts.isNegative()) {
      throw new IllegalArgumentException("no such disturbance: " + permille + ", " + lasts);
    }
  }

  /// A motor starts next door.
  public static Disturbance sag() {
    return new Disturbance(Kind.SAG, 700, Duration.ofMillis(400));
  }

  /// A large load is switched off next door.
  public static Disturbance surge() {
    return new Disturbance(Kind.SURGE, 1_200, Duration.ofMillis(600));
  }

  /// The network is short of power.
  public static Disturbance brownOut() {
    return new Disturbance(Kind.BROWN_OUT, 750, Duration.ofMinutes(5));
  }

  public static Disturbance outage() {
    return new Disturbance(Kind.OUTAGE, 0, Duration.ofMinutes(1));
  }

  /// One of them as it comes by chance, a little different each time.
  static Disturbance byChance(double chance, double measure) {
    Disturbance usual =
        chance < 0.6 ? sag() : chance < 0.85 ? surge() : chance < 0.97 ? brownOut() : outage();
    long nanos = Math.round(usual.lasts.toNanos() * (0.5 + measure));
    int deviation = (int) Math.round((usual.permille - 1000) * (0.6 + 0.4 * measure));
    int permille = usual.kind == Kind.OUTAGE ? 0 : 1000 + deviation;
    return new Disturbance(usual.kind, permille, Duration.ofNanos(nanos));
  }
}
