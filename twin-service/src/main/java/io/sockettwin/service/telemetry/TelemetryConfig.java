package io.sockettwin.service.telemetry;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long the past is kept. Whole partitions are dropped, so some of it stays longer.
@ConfigMapping(prefix = "sockettwin.history")
@Unremovable
public interface TelemetryConfig {
  /// Reports as they came; at least two days. Partitions hold a week.
  @WithDefault("30d")
  Duration reports();

  /// Their roll-up by minute. Partitions hold a month.
  @WithDefault("400d")
  Duration minutes();

  /// By hour. Partitions hold a year.
  @WithDefault("3660d")
  Duration hours();

  /// By day. Partitions hold a year.
  @WithDefault("36600d")
  Duration days();

  /// Events. Partitions hold a month.
  @WithDefault("400d")
  Duration events();

  /// Controls that are settled.
  @WithDefault("400d")
  Duration controls();

  /// How often what arrived is rolled up.
  @WithDefault("1m")
  Duration rollUpEvery();
}
