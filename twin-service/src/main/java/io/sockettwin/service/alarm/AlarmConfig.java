package io.sockettwin.service.alarm;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long alarms are kept.
@ConfigMapping(prefix = "sockettwin.alarm")
@Unremovable
public interface AlarmConfig {
  /// After their end.
  @WithDefault("365d")
  Duration retention();

  /// Comings and goings of devices, which back-tests read.
  @WithDefault("90d")
  Duration presenceRetention();
}
