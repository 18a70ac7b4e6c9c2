package io.sockettwin.socket;

import io.sockettwin.meter.Reading;
import org.jspecify.annotations.Nullable;

/// How a socket is, in full: a lost report is healed by the next one.
///
/// @param schedule null where the cloud does not ask for it
public record Report(
    boolean on,
    Reading reading,
    long energyMilliwattHours,
    int countdownSeconds,
    @Nullable Schedule schedule) {

  // The data template's ranges: a value beyond them would make the cloud refuse the whole report.
  static final int MAX_MILLIVOLTS = 400_000;
  static final int MAX_MILLIAMPS = 20_000;
  static final int MAX_MILLIWATTS = 4_000_000;
  static final long MAX_MILLIWATT_HOURS = 10_000_000_000L;

  public Report {
    reading =
        new Reading(
            Math.min(MAX_MILLIVOLTS, reading.voltageMillivolts()),
            Math.min(MAX_MILLIAMPS, reading.currentMilliamps()),
            Math.min(MAX_MILLIWATTS, reading.activePowerMilliwatts()),
            Math.min(MAX_MILLIWATTS, reading.apparentPowerMillivoltamperes()),
            reading.powerFactorPermille());
    energyMilliwattHours = Math.min(MAX_MILLIWATT_HOURS, energyMilliwattHours);
  }

  public Report(boolean on, Reading reading, long energyMilliwattHours, int countdownSeconds) {
    this(on, reading, energyMilliwattHours, countdownSeconds, null);
  }

  /// Whether the difference is worth telling before the next heartbeat.
  boolean differsFrom(Report other, DeadBands bands) {
    Reading a = reading;
    Reading b = other.reading;
    return on != other.on
        || apart(a.voltageMillivolts(), b.voltageMillivolts(), bands.millivolts())
        || apart(a.currentMilliamps(), b.currentMilliamps(), bands.milliamps())
        || apart(a.activePowerMilliwatts(), b.activePowerMilliwatts(), bands.milliwatts())
        || apart(energyMilliwattHours, other.energyMilliwattHours, bands.milliwattHours());
  }

  private static boolean apart(long a, long b, long band) {
    return Math.abs(a - b) >= band;
  }
}
