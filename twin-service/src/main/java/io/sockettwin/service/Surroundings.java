package io.sockettwin.service;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.database.DatabaseCompanion;
import io.sockettwin.service.database.DatabaseConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;
import io.sockettwin.service.startup.StartupRefused;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.ServiceLoader;

/// What the application finds when it starts: its data folder, database and broker.
final class Surroundings implements AutoCloseable {
  private static final int MQTT_PORT = 1883;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /// Prepares everything in order, or refuses and leaves nothing behind.
  synchronized void prepare() {
    try {
      SmallRyeConfig config = config();
      String host = value(config, "quarkus.http.host", String.class);
      int port = value(config, "quarkus.http.port", Integer.class);
      Preflight.requireFreePort("HTTP", host, port, "quarkus.http.port");
      optional(config, "sockettwin.broker.url", URI.class)
          .ifPresent(url ->
              Preflight.requireReachable("MQTT broker", url, MQTT_PORT, "sockettwin.broker.url"));
      DataFolder folder = DataFolder.open(config.getConfigMapping(DataConfig.class).folder());
      open.push(folder);
      open.push(new DatabaseCompanion().start(config, folder, System::setProperty));
      for (Companion companion : ServiceLoader.load(Companion.class)) {
        open.push(companion.start(config, folder, System::setProperty));
      }
    } catch (StartupRefused refused) {
      close();
      throw refused;
    }
  }

  private static SmallRyeConfig config() {
    try {
      return ConfigUtils.configBuilder()
          .withMapping(DataConfig.class)
          .withMapping(DatabaseConfig.class)
          .build();
    } catch (ConfigValidationException e) {
      throw new StartupRefused("Invalid configuration: " + e.getProblem(0).getMessage());
    }
  }

  private static <T> T value(SmallRyeConfig config, String key, Class<T> type) {
    return optional(config, key, type)
        .orElseThrow(() -> new StartupRefused("Invalid configuration: " + key + " has no value."));
  }

  private static <T> Optional<T> optional(SmallRyeConfig config, String key, Class<T> type) {
    try {
      return config.getOptionalValue(key, type);
    } catch (IllegalArgumentException e) {
      throw new StartupRefused(
          "Invalid configuration: %s is \"%s\", which is no %s."
              .formatted(
                  key,
                  config.getConfigValue(key).getValue(),
                  type == Integer.class ? "integer" : type.getSimpleName()));
    }
  }

  /// Closes in the reverse order; a failure of one does not keep the others open.
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("Stopping SocketTwin: " + e);
      }
    }
  }
}
