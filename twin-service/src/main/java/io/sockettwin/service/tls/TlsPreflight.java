package io.sockettwin.service.tls;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;
import java.util.List;

/// Refuses the start when the port for TLS is taken or the certificate unusable. The port itself
/// opens with the application, which knows the devices.
public final class TlsPreflight implements Companion {
  @Override
  public List<Class<?>> configMappings() {
    return List.of(TlsConfig.class);
  }

  @Override
  public AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings) {
    TlsConfig wanted = config.getConfigMapping(TlsConfig.class);
    if (wanted.port().isPresent()) {
      Preflight.requireFreePort(
          "MQTT over TLS", wanted.host(), wanted.port().getAsInt(), "sockettwin.tls.port");
      var _ = ServerCertificate.of(wanted);
    }
    return () -> {};
  }
}
