package io.sockettwin.plant;

import java.time.Duration;

/// An appliance that is plugged in, and how far it is in what it does.
///
/// @param level of its heat, its charge or its time, from 0 to 1
/// @param active whether it wants its full power
/// @param phases how often it has changed its mind
/// @param drawnSeconds since when it has drawn its full power
record Running(
    Appliance appliance, long seed, double level, boolean active, int phases, double drawnSeconds) {

  /// No two cycles of a thermostat are alike.
  private static final double JITTER = 0.15;

  /// The load itself moves a little, all the time.
  private static final double RIPPLE = 0.004;

  static Running plugged(Appliance appliance, long seed) {
    return new Running(appliance, seed ^ appliance.name().hashCode(), 0, true, 0, 0);
  }

  Running after(double seconds, boolean supplied) {
    Running next = appliance.duty().after(this, seconds, supplied);
    boolean draws = supplied && next.active;
    boolean drewBefore = active && draws;
    return next.drawn(draws ? (drewBefore ? drawnSeconds : 0) + seconds : 0);
  }

  /// What it draws at this voltage and frequency, both as parts of the nominal ones.
  Power power(double voltage, double frequency, double overSeconds, long nanos) {
    double part = appliance.duty().part(this) * (1 + RIPPLE * Noise.signed(seed, nanos));
    double watts = appliance.watts() * part;
    Power usual = Power.of(watts, appliance.powerFactorPermille());
    Nature nature = appliance.nature();
    Power present =
        new Power(
            usual.watts() * nature.activePart(voltage),
            usual.vars() * nature.reactivePart(voltage, frequency));
    Start start = appliance.start();
    double excess = start.excess(drawnSeconds, overSeconds) * usual.voltAmperes();
    // Standing still, everything is an impedance.
    double starting = excess * voltage * voltage;
    double factor = start.powerFactorPermille() / 1000.0;
    return present.plus(Power.of(starting * factor, start.powerFactorPermille()));
  }

  Running rise(double seconds, Duration full, boolean thenIdle) {
    double higher = level + seconds / jittered(full);
    if (higher < 1) {
      return new Running(appliance, seed, higher, active, phases, drawnSeconds);
    }
    return thenIdle
        ? new Running(appliance, seed, 1, false, phases + 1, drawnSeconds)
        : new Running(appliance, seed, 1, active, phases, drawnSeconds);
  }

  Running fall(double seconds, Duration empty) {
    double lower = level - seconds / jittered(empty);
    if (lower > 0) {
      return new Running(appliance, seed, lower, active, phases, drawnSeconds);
    }
    int more = active ? phases : phases + 1;
    return new Running(appliance, seed, 0, true, more, drawnSeconds);
  }

  private double jittered(Duration usual) {
    return usual.toNanos() / 1e9 * (1 + JITTER * Noise.signed(seed, phases));
  }

  private Running drawn(double seconds) {
    return new Running(appliance, seed, level, active, phases, seconds);
  }
}
