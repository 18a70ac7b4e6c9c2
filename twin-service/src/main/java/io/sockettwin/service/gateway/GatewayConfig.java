package io.sockettwin.service.gateway;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;
import java.util.Optional;

/// How gateways bind sub-devices.
@ConfigMapping(prefix = "sockettwin.gateway")
@Unremovable
public interface GatewayConfig {
  /// Each costs its gateway's connection seven topic permissions.
  @WithDefault("200")
  @WithConverter(AtLeastOne.class)
  int maxSubDevices();

  /// How old a sub-device's signature may be. Not checked when absent: sub-devices may have no
  /// clock.
  Optional<Duration> signatureTolerance();
}
