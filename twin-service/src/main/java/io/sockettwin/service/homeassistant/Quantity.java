package io.sockettwin.service.homeassistant;

import java.util.Map;
import java.util.Optional;

/// What Home Assistant knows a measured quantity by.
///
/// @param deviceClass its name there
/// @param unit as it is written there; empty for a bare number
/// @param stateClass `measurement`, or `total_increasing` for what is counted
record Quantity(String deviceClass, String unit, String stateClass) {
  private static final String MEASUREMENT = "measurement";
  private static final String TOTAL = "total_increasing";

  private static final Map<String, Quantity> BY_UNIT =
      Map.ofEntries(
          measured("V", "voltage"),
          measured("mV", "voltage"),
          measured("A", "current"),
          measured("mA", "current"),
          measured("W", "power"),
          measured("kW", "power"),
          measured("VA", "apparent_power"),
          measured("var", "reactive_power"),
          measured("Hz", "frequency"),
          measured("°C", "temperature"),
          measured("°F", "temperature"),
          measured("lx", "illuminance"),
          measured("hPa", "pressure"),
          measured("dBm", "signal_strength"),
          measured("s", "duration"),
          measured("min", "duration"),
          measured("h", "duration"),
          Map.entry("Wh", new Quantity("energy", "Wh", TOTAL)),
          Map.entry("kWh", new Quantity("energy", "kWh", TOTAL)));

  /// Templates write some units in more than one way.
  private static final Map<String, String> SPELLINGS =
      Map.of("℃", "°C", "℉", "°F", "KWh", "kWh", "kwh", "kWh", "Lux", "lx", "lux", "lx", "v", "V");

  /// The quantity of a property; of others Home Assistant is told the bare unit.
  static Optional<Quantity> of(String property, String unit) {
    String clean = unit.strip();
    if (clean.isEmpty() && property.equals("power_factor")) {
      return Optional.of(new Quantity("power_factor", "", MEASUREMENT));
    }
    return Optional.ofNullable(BY_UNIT.get(SPELLINGS.getOrDefault(clean, clean)));
  }

  private static Map.Entry<String, Quantity> measured(String unit, String deviceClass) {
    return Map.entry(unit, new Quantity(deviceClass, unit, MEASUREMENT));
  }
}
