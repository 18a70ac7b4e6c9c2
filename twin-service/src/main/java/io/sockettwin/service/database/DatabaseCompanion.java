package io.sockettwin.service.database;

import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataFolder;
import java.util.List;

/// The database the application finds: the one configured, else the embedded one.
public final class DatabaseCompanion implements Companion {
  @Override
  public List<Class<?>> configMappings() {
    return List.of(DatabaseConfig.class);
  }

  @Override
  public AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings) {
    if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
      return () -> {};
    }
    DatabaseConfig wanted = config.getConfigMapping(DatabaseConfig.class);
    if (wanted.url().isPresent()) {
      DatabaseAddress external =
          new DatabaseAddress(
              wanted.url().get(), wanted.username().orElse(""), wanted.password().orElse(""));
      ExternalDatabase.requireUsable(external);
      tell(settings, external);
      return () -> {};
    }
    EmbeddedDatabase embedded =
        EmbeddedDatabase.start(
            folder.path(),
            wanted.embeddedServer().orElse(folder.resolve("postgres-server")).toAbsolutePath());
    tell(settings, embedded.address());
    return embedded;
  }

  private static void tell(Settings settings, DatabaseAddress address) {
    settings.put("quarkus.datasource.jdbc.url", address.jdbcUrl());
    settings.put("quarkus.datasource.username", address.username());
    settings.put("quarkus.datasource.password", address.password());
  }
}
