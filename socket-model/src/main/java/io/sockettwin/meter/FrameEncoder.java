package io.sockettwin.meter;

/// The way back, for emulated meters: what is measured becomes the registers that say so.
///
/// The parameters are those burnt into one chip.
public record FrameEncoder(
    Calibration calibration, int voltageParameter, int currentParameter, int powerParameter) {

  /// Largest value of a 24-bit register; a longer measured period sets the overflow flag.
  private static final double REGISTER_LIMIT = 0xFFFFFF;

  /// All three measurements were renewed (data sheet: bits 4 to 6); bit 0 is always set by the
  /// chip.
  private static final int ALL_UPDATED = 0x71;

  /// A chip with parameters in the middle of what real ones have.
  public static FrameEncoder typical(Calibration calibration) {
    return new FrameEncoder(calibration, 187_000, 15_830, 5_115_000);
  }

  /// The frame of a chip that measures this.
  ///
  /// @param pulses energy pulses since the chip got power
  public Frame encode(Reading reading, long pulses) {
    double voltage = register(calibration.voltage(), voltageParameter, reading.voltageMillivolts());
    double current = register(calibration.current(), currentParameter, reading.currentMilliamps());
    double power = register(calibration.power(), powerParameter, reading.activePowerMilliwatts());
    int flags =
        flag(voltage, Frame.FLAG_VOLTAGE)
            | flag(current, Frame.FLAG_CURRENT)
            | flag(power, Frame.FLAG_POWER);
    return new Frame(
        flags == 0 ? Frame.STATE_GOOD : Frame.STATE_FLAGGED | flags,
        Frame.CHECK,
        voltageParameter,
        bounded(voltage),
        currentParameter,
        bounded(current),
        powerParameter,
        bounded(power),
        ALL_UPDATED | (int) (pulses >> 16 & 1) << 7,
        (int) (pulses & 0xFFFF));
  }

  /// The energy after which the chip counts one pulse.
  public double nanowattHoursPerPulse() {
    return powerParameter * calibration.voltage() * calibration.current() / 3.6;
  }

  private static double register(double factor, int parameter, int milliUnits) {
    // A register holds a period: nothing, or less, never ends it.
    return milliUnits <= 0 ? Double.POSITIVE_INFINITY : factor * parameter * 1000 / milliUnits;
  }

  private static int flag(double register, int flag) {
    return register > REGISTER_LIMIT ? flag : 0;
  }

  private static int bounded(double register) {
    return (int) Math.clamp(Math.rint(register), 1, REGISTER_LIMIT);
  }
}
