package io.sockettwin.service.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a new installation finds.
@ConfigMapping(prefix = "sockettwin")
public interface SeedConfig {
  /// Whether the first start creates the device `demo-socket`.
  @WithDefault("true")
  boolean demo();
}
