package io.sockettwin.service.timer;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long it is remembered what timers did.
@ConfigMapping(prefix = "sockettwin.timer")
@Unremovable
public interface TimerConfig {
  @WithDefault("90d")
  Duration retention();
}
