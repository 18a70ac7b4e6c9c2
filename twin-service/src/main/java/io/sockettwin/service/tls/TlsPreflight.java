package io.sockettwin.service.tls;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;
import io.sockettwin.service.startup.StartupRefused;
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
    requirePositive("max-connections", wanted.maxConnections());
    requirePositive("max-waiting", wanted.maxWaiting());
    requirePositive("connections-per-second-and-address", wanted.connectionsPerSecondAndAddress());
    if (wanted.port().isPresent()) {
      Preflight.requireFreePort(
          "MQTT over TLS", wanted.host(), wanted.port().getAsInt(), "sockettwin.tls.port");
      var _ = ServerCertificate.of(wanted);
    }
    return () -> {};
  }

  private static void requirePositive(String key, int value) {
    if (value < 1) {
      throw new StartupRefused(
          "Invalid configuration: sockettwin.tls.%s is %d, but must be at least 1."
              .formatted(key, value));
    }
  }
}
