package io.sockettwin.meter;

import java.util.Optional;
import java.util.OptionalInt;

/// The factors of one socket's voltage divider, shunt and power measurement.
public record Calibration(double voltage, double current, double power) {

  /// As the original ships: one set for all devices. Its factor of power is 0.57 % above the
  /// product of the other two, so power reads a little higher than the energy count.
  public static final Calibration SHIPPED = new Calibration(3.069, 1.007, 3.108);

  /// A power factor of one.
  private static final double UNITY_PERMILLE = 1000;

  public Calibration {
    requireFactor("voltage", voltage);
    requireFactor("current", current);
    requireFactor("power", power);
  }

  /// What a frame says, or nothing if it cannot be believed: a byte outside the checksum is wrong,
  /// or a register that claims to be valid is zero, which would be an infinite value.
  public Optional<Reading> read(Frame frame) {
    if (!frame.trusted()) {
      return Optional.empty();
    }
    if (!frame.parametersUsable()) {
      return Optional.of(Reading.NONE);
    }
    if (impossible(frame)) {
      return Optional.empty();
    }
    double volts =
        frame.voltageOverflowed()
            ? 0
            : voltage * frame.voltageParameter() / frame.voltageRegister();
    double amperes =
        frame.currentOverflowed()
            ? 0
            : current * frame.currentParameter() / frame.currentRegister();
    double watts =
        frame.powerOverflowed() ? 0 : power * frame.powerParameter() / frame.powerRegister();
    return Optional.of(reading(volts, amperes, watts));
  }

  /// The current alone, which a frame may tell even if something else in it cannot be believed.
  public OptionalInt currentMilliamps(Frame frame) {
    if (!frame.trusted() || !frame.parametersUsable()) {
      return OptionalInt.empty();
    }
    if (frame.currentOverflowed()) {
      return OptionalInt.of(0);
    }
    return frame.currentRegister() == 0
        ? OptionalInt.empty()
        : OptionalInt.of(milli(current * frame.currentParameter() / frame.currentRegister()));
  }

  private static Reading reading(double volts, double amperes, double watts) {
    double voltAmperes = volts * amperes;
    double factor = voltAmperes == 0 ? 0 : Math.min(UNITY_PERMILLE, watts / voltAmperes * 1000);
    return new Reading(
        milli(volts), milli(amperes), milli(watts), milli(voltAmperes), (int) Math.round(factor));
  }

  /// The energy of one pulse. Parameters belong to the chip, so each frame brings its own.
  public double nanowattHoursPerPulse(Frame frame) {
    // Data sheet: pulses per kWh = (10^6 / pp) * (10^5 / kV / kI) * 36; a kWh is 10^12 nWh.
    return frame.powerParameter() * voltage * current / 3.6;
  }

  private static boolean impossible(Frame frame) {
    return (frame.voltageRegister() == 0 && !frame.voltageOverflowed())
        || (frame.currentRegister() == 0 && !frame.currentOverflowed())
        || (frame.powerRegister() == 0 && !frame.powerOverflowed());
  }

  private static int milli(double value) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(value * 1000));
  }

  private static void requireFactor(String name, double factor) {
    if (!(factor > 0 && Double.isFinite(factor))) {
      throw new IllegalArgumentException("calibration of " + name + " must be positive: " + factor);
    }
  }
}
