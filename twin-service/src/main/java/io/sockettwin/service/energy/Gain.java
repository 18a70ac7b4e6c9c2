package io.sockettwin.service.energy;

import java.time.Instant;

/// Energy that was used between two moments.
record Gain(long milliwattHours, Instant from, Instant to) {
  Gain {
    if (milliwattHours < 0 || from.isAfter(to)) {
      throw new IllegalArgumentException(milliwattHours + " mWh from " + from + " to " + to);
    }
  }
}
