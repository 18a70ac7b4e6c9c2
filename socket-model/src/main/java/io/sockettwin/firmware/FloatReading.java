package io.sockettwin.firmware;

/// What the original made of the meter's registers, in the 32-bit floats it calculates with:
/// infinity and "not a number" included (quirk M6).
public record FloatReading(
    float currentAmperes,
    float voltageVolts,
    float powerFactor,
    float activePowerWatts,
    float apparentPowerVoltAmperes) {

  public static final FloatReading NONE = new FloatReading(0, 0, 0, 0, 0);

  FloatReading withVoltage(float volts) {
    return new FloatReading(
        currentAmperes, volts, powerFactor, activePowerWatts, apparentPowerVoltAmperes);
  }

  FloatReading withCurrent(float amperes) {
    return new FloatReading(
        amperes, voltageVolts, powerFactor, activePowerWatts, apparentPowerVoltAmperes);
  }

  FloatReading withoutPower() {
    return new FloatReading(currentAmperes, voltageVolts, 0, 0, 0);
  }
}
