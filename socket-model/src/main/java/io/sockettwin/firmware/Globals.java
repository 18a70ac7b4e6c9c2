package io.sockettwin.firmware;

/// The variables that the tasks of the original share, without any locking.
final class Globals {

  /// As it came: any value but 0 is on, and is reported as it is (C7).
  int powerSwitch;

  /// Seconds, unsigned.
  int countDown;

  boolean armed;
  boolean overcurrentEvent;
  boolean uploadEnabled;

  /// The copy of the meter's readings that everything but the meter works with.
  FloatReading reading = FloatReading.NONE;

  /// Unsigned.
  int totalWattHours;

  Globals copy() {
    Globals copy = new Globals();
    copy.powerSwitch = powerSwitch;
    copy.countDown = countDown;
    copy.armed = armed;
    copy.overcurrentEvent = overcurrentEvent;
    copy.uploadEnabled = uploadEnabled;
    copy.reading = reading;
    copy.totalWattHours = totalWattHours;
    return copy;
  }

  /// What a control does: the switch always, the countdown unless it is 0 (T8).
  void apply(int switchValue, int seconds) {
    powerSwitch = switchValue;
    if (seconds != 0) {
      countDown = seconds;
      armed = true;
    }
  }

  void toggle() {
    powerSwitch = powerSwitch == 0 ? 1 : 0;
  }
}
