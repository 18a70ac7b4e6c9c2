package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Floats as the recordings write them: nine significant digits, which tell any two apart, and in
/// the middle between two the even one, as C prints them.
final class Floats {

  private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

  private Floats() {}

  static void put(ObjectNode into, String name, float value) {
    if (Float.isFinite(value)) {
      into.put(name, new BigDecimal(value).round(DIGITS).doubleValue());
    } else {
      into.put(name, Float.toString(value));
    }
  }

  static void put(ObjectNode into, String prefix, FloatReading reading) {
    put(into, prefix + "current_a", reading.currentAmperes());
    put(into, prefix + "voltage_v", reading.voltageVolts());
    put(into, prefix + "power_factor", reading.powerFactor());
    put(into, prefix + "active_power_w", reading.activePowerWatts());
    put(into, prefix + "apparent_power_va", reading.apparentPowerVoltAmperes());
  }
}
