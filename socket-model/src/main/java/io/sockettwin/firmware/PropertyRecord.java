package io.sockettwin.firmware;

/// The one record of all properties that reports fill and controls overwrite (firmware section
/// 9.4): a control of one property therefore applies the other as last reported (T11).
record PropertyRecord(
    int powerSwitch,
    float currentAmperes,
    float voltageVolts,
    float powerFactor,
    float activePowerWatts,
    float apparentPowerVoltAmperes,
    float totalKilowattHours,
    int countDown) {

  static final PropertyRecord EMPTY = new PropertyRecord(0, 0, 0, 0, 0, 0, 0, 0);

  /// As the device is now.
  static PropertyRecord of(Globals globals) {
    FloatReading reading = globals.reading;
    float wattHours = Integer.toUnsignedLong(globals.totalWattHours);
    return new PropertyRecord(
        globals.powerSwitch,
        reading.currentAmperes(),
        reading.voltageVolts(),
        reading.powerFactor(),
        reading.activePowerWatts(),
        reading.apparentPowerVoltAmperes(),
        (float) (wattHours / 1000.0),
        globals.countDown);
  }

  PropertyRecord withPowerSwitch(int value) {
    return new PropertyRecord(
        value,
        currentAmperes,
        voltageVolts,
        powerFactor,
        activePowerWatts,
        apparentPowerVoltAmperes,
        totalKilowattHours,
        countDown);
  }

  PropertyRecord withCountDown(int seconds) {
    return new PropertyRecord(
        powerSwitch,
        currentAmperes,
        voltageVolts,
        powerFactor,
        activePowerWatts,
        apparentPowerVoltAmperes,
        totalKilowattHours,
        seconds);
  }
}
