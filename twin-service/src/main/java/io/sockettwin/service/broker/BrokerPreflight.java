package io.sockettwin.service.broker;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;
import java.util.List;

/// Refuses the start when the embedded broker's ports are taken or the external one is away. The
/// broker itself starts with the application, as it asks the application about logins.
public final class BrokerPreflight implements Companion {
  @Override
  public List<Class<?>> configMappings() {
    return List.of(BrokerConfig.class);
  }

  @Override
  public AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings) {
    BrokerConfig wanted = config.getConfigMapping(BrokerConfig.class);
    if (wanted.url().isPresent()) {
      Preflight.requireReachable("MQTT broker", wanted.url().get(), 1883, "sockettwin.broker.url");
    } else {
      String host = wanted.host();
      Preflight.requireFreePort("MQTT", host, wanted.port(), "sockettwin.broker.port");
      Preflight.requireFreePort(
          "MQTT over WebSocket",
          host,
          wanted.webSocketPort().orElse(0),
          "sockettwin.broker.web-socket-port");
    }
    return () -> {};
  }
}
