package io.sockettwin.service.database;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import java.util.List;
import java.util.Optional;

/// The database the application finds: the one configured, else the embedded one.
public final class DatabaseCompanion implements Companion {
  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String USERNAME = "quarkus.datasource.username";
  private static final String PASSWORD = "quarkus.datasource.password";

  @Override
  public List<Class<?>> configMappings() {
    return List.of(DatabaseConfig.class);
  }

  @Override
  public AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings) {
    if (config.getOptionalValue(URL, String.class).isPresent()) {
      return () -> {};
    }
    Optional<DatabaseAddress> external = configured(config);
    if (external.isPresent()) {
      ExternalDatabase.requireUsable(external.get());
      tell(settings, external.get());
      return () -> {};
    }
    EmbeddedDatabase embedded = startEmbedded(config, folder);
    tell(settings, embedded.address());
    return embedded;
  }

  /// The database somebody else runs, if the configuration names one.
  public static Optional<DatabaseAddress> configured(SmallRyeConfig config) {
    DatabaseConfig wanted = config.getConfigMapping(DatabaseConfig.class);
    Optional<String> direct = config.getOptionalValue(URL, String.class);
    return direct.isPresent()
        ? Optional.of(
            new DatabaseAddress(direct.get(), text(config, USERNAME), text(config, PASSWORD)))
        : wanted
            .url()
            .map(url ->
                new DatabaseAddress(
                    url, wanted.username().orElse(""), wanted.password().orElse("")));
  }

  private static String text(SmallRyeConfig config, String key) {
    return config.getOptionalValue(key, String.class).orElse("");
  }

  public static EmbeddedDatabase startEmbedded(SmallRyeConfig config, DataFolder folder) {
    DatabaseConfig wanted = config.getConfigMapping(DatabaseConfig.class);
    return EmbeddedDatabase.start(
        folder.path(),
        wanted.embeddedServer().orElse(folder.resolve("postgres-server")).toAbsolutePath());
  }

  private static void tell(Settings settings, DatabaseAddress address) {
    settings.put(URL, address.jdbcUrl());
    settings.put(USERNAME, address.username());
    settings.put(PASSWORD, address.password());
  }
}
