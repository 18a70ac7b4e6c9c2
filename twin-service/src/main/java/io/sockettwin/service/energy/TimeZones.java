package io.sockettwin.service.energy;

import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/// Where a device's days begin: the one place to ask once devices have time zones of their own.
@Singleton
class TimeZones {
  private final EnergyConfig config;

  TimeZones(EnergyConfig config) {
    this.config = config;
  }

  ZoneId of(DeviceKey device) {
    return config.timeZone();
  }
}
