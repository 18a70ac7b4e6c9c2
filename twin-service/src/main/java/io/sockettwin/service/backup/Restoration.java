package io.sockettwin.service.backup;

import io.sockettwin.service.sql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// Makes an installation of an archive. Everything in the database is one transaction: it succeeds,
/// or nothing has changed and it can be tried again.
public final class Restoration {
  /// A connection that was closed a moment ago is still there for another.
  private static final int LOOKS = 20;

  private static final Sql PAUSE = Sql.of("select 1 from pg_sleep(0.1)");

  private final Archive archive;
  private final Installation installation;

  private Restoration(Archive archive, Installation installation) {
    this.archive = archive;
    this.installation = installation;
  }

  /// Restores into an installation that does not run.
  ///
  /// @param replace whether what is there may be lost
  public static Outcome run(Path file, Installation installation, boolean replace)
      throws SQLException, IOException {
    try (Archive archive = Archive.open(file);
        Connection connection = installation.connect()) {
      new Restoration(archive, installation).run(connection, replace);
      return Outcome.of(archive.manifest());
    }
  }

  private void run(Connection connection, boolean replace) throws SQLException, IOException {
    Map<String, String> files = archive.files();
    requireFittingKey(files);
    requireAlone(connection);
    connection.setAutoCommit(false);
    Schema schema = new Schema(connection);
    schema.requireKnown(archive.manifest().schemaVersion());
    boolean clear = new Catalog(connection).isEmpty();
    if (!clear && !replace) {
      throw new ArchiveRefused(
          "The database is not empty. Restore into a new one, or lose what is there with --replace.");
    }
    if (!replace) {
      requireNoOtherFiles(files);
    }
    try {
      if (!clear) {
        schema.drop();
      }
      schema.migrateTo(archive.manifest().schemaVersion());
      new Loading(connection, archive).load();
      schema.migrate();
      installation.files().prepare(files);
      connection.commit();
      installation.files().putInPlace(files);
    } finally {
      connection.rollback();
      installation.files().giveUp();
    }
    // The database's own statistics are not in the archive, and without them it plans badly.
    connection.setAutoCommit(true);
    Sql.of("analyze").run(connection);
  }

  /// With another key no device's secret would open.
  private void requireFittingKey(Map<String, String> files) {
    String expected = archive.manifest().sealKey();
    if (expected == null) {
      return;
    }
    Optional<String> key =
        installation
            .configuredSealKey()
            .or(() -> Optional.ofNullable(files.get(DataFiles.SEAL_KEY)))
            .or(() -> installation.files().read(DataFiles.SEAL_KEY));
    if (key.map(DataFiles::fingerprint).filter(expected::equals).isEmpty()) {
      throw new ArchiveRefused(
          key.isPresent()
              ? "The seal key here is not the one the archive was sealed with: set the right one as sockettwin.seal.key, or put it into %s."
                  .formatted(installation.files().folder().resolve(DataFiles.SEAL_KEY))
              : "The archive was written without its seal key: put it into %s, or set sockettwin.seal.key."
                  .formatted(installation.files().folder().resolve(DataFiles.SEAL_KEY)));
    }
  }

  private void requireNoOtherFiles(Map<String, String> files) {
    files.forEach((name, content) -> {
      if (installation.files().read(name).filter(there -> !there.equals(content)).isPresent()) {
        throw new ArchiveRefused(
            "%s holds another %s. Restore into a new data folder, or lose what is there with --replace."
                .formatted(installation.files().folder(), name));
      }
    });
  }

  /// A service that writes meanwhile would go on with what it remembers.
  private static void requireAlone(Connection connection) throws SQLException {
    String others =
        """
        select count(*) from pg_stat_activity where datname = current_database()
          and pid <> pg_backend_pid() and coalesce(backend_type, 'client backend') = 'client backend'
        """;
    Sql question = Sql.of(others);
    long count = number(question, connection);
    for (int look = 1; count > 0 && look < LOOKS; look++) {
      number(PAUSE, connection);
      count = number(question, connection);
    }
    if (count > 0) {
      throw new ArchiveRefused(
          "The database is in use (%d connections): stop every service that uses it."
              .formatted(count));
    }
  }

  private static long number(Sql question, Connection connection) throws SQLException {
    return question.list(connection, row -> row.getLong(1)).getFirst();
  }
}
