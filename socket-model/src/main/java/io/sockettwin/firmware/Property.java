package io.sockettwin.firmware;

import java.util.List;
import java.util.Locale;

/// The properties of the original's one record, in the order it reports them.
enum Property {
  POWER_SWITCH,
  CURRENT,
  VOLTAGE,
  POWER_FACTOR,
  ACTIVE_POWER,
  APPARENT_POWER,
  TOTAL_KWH,
  COUNT_DOWN;

  static final List<Property> ALL = List.of(values());

  private final String word = name().toLowerCase(Locale.ROOT);

  String word() {
    return word;
  }

  String text(PropertyRecord values) {
    return switch (this) {
      case POWER_SWITCH -> Integer.toString(values.powerSwitch());
      case CURRENT -> Messages.decimal(values.currentAmperes());
      case VOLTAGE -> Messages.decimal(values.voltageVolts());
      case POWER_FACTOR -> Messages.decimal(values.powerFactor());
      case ACTIVE_POWER -> Messages.decimal(values.activePowerWatts());
      case APPARENT_POWER -> Messages.decimal(values.apparentPowerVoltAmperes());
      case TOTAL_KWH -> Messages.decimal(values.totalKilowattHours());
      case COUNT_DOWN -> Integer.toString(values.countDown());
    };
  }

  /// The record with a value from outside, of which the number at its start counts (C7). A text
  /// that starts with no number changes nothing.
  PropertyRecord put(PropertyRecord values, String text) {
    return switch (this) {
      case POWER_SWITCH ->
          Numbers.whole(text).map(n -> values.withPowerSwitch(n & 0xFF)).orElse(values);
      case COUNT_DOWN -> Numbers.whole(text).map(values::withCountDown).orElse(values);
      default -> Numbers.decimal(text).map(number -> putFloat(values, number)).orElse(values);
    };
  }

  /// Read-only properties are taken like any other (C6), until the next report fills them.
  private PropertyRecord putFloat(PropertyRecord v, float number) {
    return new PropertyRecord(
        v.powerSwitch(),
        this == CURRENT ? number : v.currentAmperes(),
        this == VOLTAGE ? number : v.voltageVolts(),
        this == POWER_FACTOR ? number : v.powerFactor(),
        this == ACTIVE_POWER ? number : v.activePowerWatts(),
        this == APPARENT_POWER ? number : v.apparentPowerVoltAmperes(),
        this == TOTAL_KWH ? number : v.totalKilowattHours(),
        v.countDown());
  }
}
