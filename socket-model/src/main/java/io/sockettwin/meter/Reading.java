package io.sockettwin.meter;

/// What the meter measured, in whole thousandths of the usual units.
public record Reading(
    int voltageMillivolts,
    int currentMilliamps,
    int activePowerMilliwatts,
    int apparentPowerMillivoltamperes,
    int powerFactorPermille) {

  /// Nothing measured: no mains, no usable parameters, or no meter.
  public static final Reading NONE = new Reading(0, 0, 0, 0, 0);
}
