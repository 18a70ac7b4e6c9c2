package io.sockettwin.service.backup;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.sockettwin.service.database.DatabaseAddress;
import io.sockettwin.service.database.DatabaseCompanion;
import io.sockettwin.service.database.DatabaseConfig;
import io.sockettwin.service.database.EmbeddedDatabase;
import io.sockettwin.service.database.ExternalDatabase;
import io.sockettwin.service.seal.SealConfig;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.InvalidSetting;
import io.sockettwin.service.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The data folder and the database that the configuration names, without the application.
///
/// @param configuredSealKey unless the key is in the data folder
/// @param server what must be stopped in the end
public record Installation(
    String program,
    Path folder,
    DatabaseAddress database,
    Optional<String> configuredSealKey,
    Closing server)
    implements AutoCloseable {
  /// Values are written the same way whatever the habits of server and machine are.
  private static final String PLAIN_VALUES =
      "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';"
          + " set bytea_output = 'hex'";

  /// Stops what was started.
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  /// One that may be running; an embedded database that does not is started meanwhile.
  public static Installation running() {
    SmallRyeConfig config = config();
    Path folder = folder(config);
    Optional<DatabaseAddress> external = external(config);
    if (external.isPresent()) {
      return of(config, folder, external.get(), () -> {});
    }
    if (!Files.isDirectory(folder.resolve("postgres"))) {
      throw new ArchiveRefused(
          "There is no database in %s: say with sockettwin.data.folder where it is."
              .formatted(folder));
    }
    return DataFolder.openUnlessHeld(folder)
        .map(free -> started(config, free))
        .orElseGet(() -> of(config, folder, EmbeddedDatabase.running(folder), () -> {}));
  }

  /// One that does not run: this process holds its data folder, which need not exist.
  public static Installation stopped() {
    SmallRyeConfig config = config();
    Optional<DatabaseAddress> external = external(config);
    DataFolder held = DataFolder.open(folder(config));
    return external.isPresent()
        ? of(config, held.path(), external.get(), held::close)
        : started(config, held);
  }

  private static Installation started(SmallRyeConfig config, DataFolder held) {
    try {
      EmbeddedDatabase embedded = DatabaseCompanion.startEmbedded(config, held);
      return of(
          config,
          held.path(),
          embedded.address(),
          () -> {
            try (held) {
              embedded.close();
            }
          });
    } catch (StartupRefused e) {
      held.close();
      throw e;
    }
  }

  private static Optional<DatabaseAddress> external(SmallRyeConfig config) {
    Optional<DatabaseAddress> external = DatabaseCompanion.configured(config);
    external.ifPresent(ExternalDatabase::requireUsable);
    return external;
  }

  private static Installation of(
      SmallRyeConfig config, Path folder, DatabaseAddress database, Closing server) {
    String program =
        config.getOptionalValue("quarkus.application.version", String.class).orElse("unknown");
    Optional<String> sealKey = config.getConfigMapping(SealConfig.class).key();
    return new Installation(program, folder, database, sealKey, server);
  }

  private static Path folder(SmallRyeConfig config) {
    return config.getConfigMapping(DataConfig.class).folder().toAbsolutePath().normalize();
  }

  private static SmallRyeConfig config() {
    try {
      return ConfigUtils.configBuilder()
          .withMapping(DataConfig.class)
          .withMapping(DatabaseConfig.class)
          .withMapping(SealConfig.class)
          .build();
    } catch (ConfigValidationException e) {
      throw new ArchiveRefused(InvalidSetting.sentence(e));
    }
  }

  DataFiles files() {
    return new DataFiles(folder);
  }

  /// Under which the database's secrets are sealed.
  Optional<String> sealKey() {
    return configuredSealKey.or(() -> files().read(DataFiles.SEAL_KEY));
  }

  Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute(PLAIN_VALUES);
    }
    return connection;
  }

  @Override
  public String toString() {
    return "Installation[" + folder + ", " + database + "]";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
