package io.sockettwin.service.timer;

import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/// That something is due for a device at a moment soon.
record Appointment(DeviceKey device, Instant at) implements Delayed {
  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(Duration.between(Instant.now(), at));
  }

  @Override
  public int compareTo(Delayed other) {
    return other instanceof Appointment appointment
        ? at.compareTo(appointment.at)
        : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }
}
