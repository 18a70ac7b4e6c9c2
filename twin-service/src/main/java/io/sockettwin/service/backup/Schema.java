package io.sockettwin.service.backup;

import io.sockettwin.service.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// The service's tables, as its migrations make them, within the caller's transaction.
record Schema(Connection connection) {
  private FluentConfiguration flyway() {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(OneTransaction.of(connection))
        .cleanDisabled(false);
  }

  /// Refuses what a newer program wrote.
  void requireKnown(String version) {
    MigrationVersion newest =
        Arrays.stream(flyway().load().info().all())
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .orElseThrow(() -> new IllegalStateException("no migrations on the class path"));
    if (MigrationVersion.fromVersion(version).isNewerThan(newest)) {
      throw new ArchiveRefused(
          "The archive has schema version %s, this program knows none above %s: use the version that wrote it, or a newer one."
              .formatted(version, newest));
    }
  }

  void drop() throws SQLException {
    Sql.of("drop schema if exists history cascade").run(connection);
    flyway().load().clean();
  }

  void migrateTo(String version) {
    flyway().target(version).load().migrate();
  }

  void migrate() {
    flyway().load().migrate();
  }
}
