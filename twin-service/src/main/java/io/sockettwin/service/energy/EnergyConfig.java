package io.sockettwin.service.energy;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/// How energy is told.
@ConfigMapping(prefix = "sockettwin.energy")
@Unremovable
public interface EnergyConfig {
  /// Where hours, days and months begin, for devices without a time zone of their own.
  @WithDefault("UTC")
  ZoneId timeZone();

  /// How long quarters of an hour are kept. Partitions hold a month.
  @WithDefault("3660d")
  Duration quarters();
}
