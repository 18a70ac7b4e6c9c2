package io.sockettwin.service.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where the service keeps what it must not lose.
@ConfigMapping(prefix = "sockettwin.data")
public interface DataConfig {
  /// Database, keys and demo credentials; relative to the working directory.
  @WithDefault("data")
  Path folder();
}
