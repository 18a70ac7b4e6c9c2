package io.sockettwin.timer;

/// The upper edge of the sun meets the horizon.
public enum SunEvent {
  SUNRISE,
  SUNSET
}
