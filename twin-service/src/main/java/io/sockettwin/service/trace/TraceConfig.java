package io.sockettwin.service.trace;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;

/// How much is kept of what devices say.
@ConfigMapping(prefix = "sockettwin.trace")
@Unremovable
public interface TraceConfig {
  /// How long a kept message stays.
  @WithDefault("3d")
  Duration retention();

  /// Messages kept of one device within a minute; more are left out, which the log says.
  @WithDefault("120")
  @WithConverter(AtLeastOne.class)
  int messagesPerMinute();
}
