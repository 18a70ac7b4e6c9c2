package io.sockettwin.service.binding;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How devices are bound to people.
@ConfigMapping(prefix = "sockettwin.binding")
@Unremovable
public interface BindingConfig {
  /// How long a token is good for.
  @WithDefault("10m")
  Duration tokenLife();
}
