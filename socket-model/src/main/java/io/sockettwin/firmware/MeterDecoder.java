package io.sockettwin.firmware;

import io.sockettwin.meter.Frame;

/// The meter's side of the original: what its interrupt keeps from frame to frame (firmware section
/// 2.3).
///
/// @param pulsesPerKilowattHour 0 until the first frame; never calculated again (M5)
/// @param baseline where the pulse counter stood; 0 after power-up, whatever the meter says (M3)
/// @param accumulator pulses not yet booked; signed, and wraps (M17)
/// @param totalWattHours unsigned
public record MeterDecoder(
    FloatReading reading,
    int pulsesPerKilowattHour,
    int baseline,
    int accumulator,
    int totalWattHours) {

  private static final float VOLTAGE_FACTOR = 3.069f;
  private static final float CURRENT_FACTOR = 1.007f;
  private static final float POWER_FACTOR = 3.108f;

  private static final int STATE_VOLTAGE = 0xF8;
  private static final int STATE_CURRENT = 0xF4;
  private static final int STATE_POWER = 0xF2;
  private static final int STATE_PARAMETERS = 0xF1;
  private static final int COUNTER_RANGE = 1 << 16;

  static MeterDecoder poweredUp(int totalWattHours) {
    return new MeterDecoder(FloatReading.NONE, 0, 0, 0, totalWattHours);
  }

  public int pulsesPerWattHour() {
    return pulsesPerKilowattHour / 1000;
  }

  /// Takes a frame whose checksum is right; nothing else of it is doubted (M7).
  MeterDecoder after(Frame frame) {
    int pulses = pulsesPerKilowattHour == 0 ? pulsesPerKilowattHour(frame) : pulsesPerKilowattHour;
    int state = frame.state();
    if (state == Frame.STATE_UNCALIBRATED || flags(state, STATE_PARAMETERS)) {
      return new MeterDecoder(FloatReading.NONE, pulses, baseline, accumulator, totalWattHours);
    }
    FloatReading next = reading(frame);
    if (flags(state, STATE_POWER)) {
      return new MeterDecoder(
          next.withoutPower(), pulses, frame.pulseCounter(), accumulator, totalWattHours);
    }
    return counted(frame, next, pulses);
  }

  /// At most 1 Wh a frame (M2). The overflow bit is compared with one that is never renewed: while
  /// it is set, every frame adds a whole range of the counter (M1).
  private MeterDecoder counted(Frame frame, FloatReading next, int pulses) {
    int wrapped = frame.pulseOverflowBit() ? COUNTER_RANGE : 0;
    int more = accumulator + (frame.pulseCounter() - baseline + wrapped);
    int perWattHour = pulses / 1000;
    boolean full = more > perWattHour;
    return new MeterDecoder(
        next,
        pulses,
        frame.pulseCounter(),
        full ? more - perWattHour : more,
        full ? totalWattHours + 1 : totalWattHours);
  }

  /// The overflow flags are taken the wrong way round: they compute the very value that overflowed
  /// (M4).
  private FloatReading reading(Frame frame) {
    if (frame.state() == Frame.STATE_GOOD) {
      return measured(frame);
    }
    FloatReading next = reading;
    if (flags(frame.state(), STATE_VOLTAGE)) {
      next = next.withVoltage(volts(frame));
    }
    if (flags(frame.state(), STATE_CURRENT)) {
      next = next.withCurrent(amperes(frame));
    }
    return next;
  }

  private static FloatReading measured(Frame frame) {
    float volts = volts(frame);
    float amperes = amperes(frame);
    float watts = POWER_FACTOR * frame.powerParameter() / frame.powerRegister();
    float voltAmperes = volts * amperes;
    float factor = watts / voltAmperes;
    return new FloatReading(amperes, volts, factor > 1 ? 1 : factor, watts, voltAmperes);
  }

  private static float volts(Frame frame) {
    return VOLTAGE_FACTOR * frame.voltageParameter() / frame.voltageRegister();
  }

  private static float amperes(Frame frame) {
    return CURRENT_FACTOR * frame.currentParameter() / frame.currentRegister();
  }

  /// In double, from factors that were rounded to float.
  private static int pulsesPerKilowattHour(Frame frame) {
    return (int) ((1e6 / frame.powerParameter()) * (1e5 / VOLTAGE_FACTOR / CURRENT_FACTOR) * 36);
  }

  private static boolean flags(int state, int flags) {
    return (state & flags) == flags;
  }
}
