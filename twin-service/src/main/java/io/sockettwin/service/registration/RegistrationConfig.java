package io.sockettwin.service.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// How devices register.
@ConfigMapping(prefix = "sockettwin.registration")
interface RegistrationConfig {
  /// Where devices reach it besides the port of the pages.
  @WithDefault("0.0.0.0")
  String host();

  /// A port that serves registration alone; none by default.
  OptionalInt port();

  @WithDefault("5")
  @WithConverter(AtLeastOne.class)
  int requestsPerSecondAndAddress();

  /// How far a request's time may be off. Not checked when absent: a device that registers may not
  /// have a clock yet.
  Optional<Duration> clockTolerance();
}
