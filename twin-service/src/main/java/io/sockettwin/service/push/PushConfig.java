package io.sockettwin.service.push;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How notices are delivered.
@ConfigMapping(prefix = "sockettwin.push")
@Unremovable
public interface PushConfig {
  /// Networks besides the public Internet that requests may go to, as in `192.168.1.0/24`; only
  /// there without TLS. None by default.
  Optional<List<String>> allowedNetworks();

  /// How long a connection may take to be made.
  @WithDefault("5s")
  Duration connectPatience();

  /// How long an attempt may take altogether.
  @WithDefault("10s")
  Duration totalPatience();

  /// Messages of one channel that are sent at the same time.
  @WithDefault("8")
  @WithConverter(AtLeastOne.class)
  int concurrency();

  /// Attempts before a message is given up.
  @WithDefault("15")
  @WithConverter(AtLeastOne.class)
  int attempts();

  /// What could not be sent for so long is given up.
  @WithDefault("24h")
  Duration expiry();

  /// How long it is remembered what was sent, and what was given up.
  @WithDefault("30d")
  Duration retention();
}
