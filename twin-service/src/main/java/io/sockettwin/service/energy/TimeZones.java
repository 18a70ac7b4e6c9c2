package io.sockettwin.service.energy;

import io.sockettwin.service.device.Whereabouts;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/// Where a device's days begin.
@Singleton
class TimeZones {
  private final Whereabouts whereabouts;
  private final EnergyConfig config;

  TimeZones(Whereabouts whereabouts, EnergyConfig config) {
    this.whereabouts = whereabouts;
    this.config = config;
  }

  /// The device's own zone or its home's, else the one of the settings.
  ZoneId of(DeviceKey device) {
    return whereabouts.timeZone(device).orElse(config.timeZone());
  }
}
