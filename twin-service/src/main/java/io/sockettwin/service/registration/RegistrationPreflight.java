package io.sockettwin.service.registration;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;
import java.util.List;

/// Refuses the start when the port for registration is taken.
public final class RegistrationPreflight implements Companion {
  @Override
  public List<Class<?>> configMappings() {
    return List.of(RegistrationConfig.class);
  }

  @Override
  public AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings) {
    RegistrationConfig wanted = config.getConfigMapping(RegistrationConfig.class);
    if (wanted.port().isPresent()) {
      Preflight.requireFreePort(
          "registration", wanted.host(), wanted.port().getAsInt(), "sockettwin.registration.port");
    }
    return () -> {};
  }
}
