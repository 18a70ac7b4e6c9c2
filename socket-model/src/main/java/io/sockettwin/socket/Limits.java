package io.sockettwin.socket;

/// Where the protection acts and where it warns.
///
/// @param tripMilliamps the relay opens on the first frame above this
/// @param lowVoltageMillivolts below this the mains are reported as low; zero for never
public record Limits(int tripMilliamps, Inrush inrush, int lowVoltageMillivolts) {

  /// The mains count as recovered once they are this much above the limit.
  static final int VOLTAGE_HYSTERESIS_MILLIVOLTS = 5_000;

  /// The original trips at 4.9 A, though its manual says 5 A. It never reported a low voltage; a
  /// supply of 230 V stays within ten percent (EN 50160), so 180 V is a brown-out by any measure.
  public static final Limits DEFAULT = new Limits(4_900, Inrush.NONE, 180_000);

  public Limits {
    if (tripMilliamps <= 0 || lowVoltageMillivolts < 0) {
      throw new IllegalArgumentException(
          "impossible limits: " + tripMilliamps + " mA, " + lowVoltageMillivolts + " mV");
    }
  }

  public Limits withInrush(Inrush next) {
    return new Limits(tripMilliamps, next, lowVoltageMillivolts);
  }
}
