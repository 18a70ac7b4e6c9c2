package io.sockettwin.firmware;

import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Report;

/// The original's floats in the whole milli-units that everybody else uses. What is no number is 0,
/// what is infinite the most there is.
final class MilliUnits {

  private MilliUnits() {}

  static Reading reading(FloatReading reading) {
    return new Reading(
        of(reading.voltageVolts()),
        of(reading.currentAmperes()),
        of(reading.activePowerWatts()),
        of(reading.apparentPowerVoltAmperes()),
        of(reading.powerFactor()));
  }

  static Report report(PropertyRecord values) {
    Reading reading =
        new Reading(
            of(values.voltageVolts()),
            of(values.currentAmperes()),
            of(values.activePowerWatts()),
            of(values.apparentPowerVoltAmperes()),
            of(values.powerFactor()));
    return new Report(
        values.powerSwitch() != 0,
        reading,
        Math.round(values.totalKilowattHours() * 1e6),
        (int) Math.min(Integer.MAX_VALUE, Integer.toUnsignedLong(values.countDown())));
  }

  private static int of(float value) {
    return Math.clamp(Math.round(value * 1000.0), 0, Integer.MAX_VALUE);
  }
}
