package io.sockettwin.service.broker;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;

/// Refuses the start when the embedded broker's ports are taken. The broker itself starts with the
/// application, as it asks the application about logins.
public final class BrokerPreflight implements Companion {
  @Override
  public AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings) {
    if (config.getOptionalValue("sockettwin.broker.url", String.class).isEmpty()) {
      String host =
          config.getOptionalValue("sockettwin.broker.host", String.class).orElse("0.0.0.0");
      requireFree(config, host, "sockettwin.broker.port", 1883);
      requireFree(config, host, "sockettwin.broker.web-socket-port", 0);
    }
    return () -> {};
  }

  private static void requireFree(SmallRyeConfig config, String host, String key, int otherwise) {
    int port = config.getOptionalValue(key, Integer.class).orElse(otherwise);
    Preflight.requireFreePort("MQTT", host, port, key);
  }
}
