package io.sockettwin.service.backup;

import io.sockettwin.service.backup.Manifest.Content;
import io.sockettwin.service.backup.Manifest.StoredTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Writes an archive: every table as it was at one moment, whatever the service does meanwhile.
/// Rows pass through one by one, so it needs no memory to speak of.
public final class Backup {
  private static final int BUFFER_BYTES = 64 << 10;

  /// The tables are held, so that no partition is dropped before its turn; who drops one gives up.
  private static final String SNAPSHOT =
      "set transaction isolation level repeatable read read only; set local lock_timeout = '30s'";

  private final Connection connection;
  private final Catalog catalog;
  private final ZipOutputStream zip;

  private Backup(Connection connection, ZipOutputStream zip) {
    this.connection = connection;
    this.catalog = new Catalog(connection);
    this.zip = zip;
  }

  /// Writes all of an installation, which may be running, into a file that is there already, empty.
  ///
  /// @param keys whether the keys of the data folder go in
  public static Outcome write(Installation installation, Path file, boolean keys)
      throws SQLException, IOException {
    Map<String, String> files = keys ? installation.files().read() : Map.of();
    try (Connection connection = installation.connect();
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES))) {
      Manifest manifest = new Backup(connection, zip).write(installation, files);
      return Outcome.of(manifest);
    }
  }

  private Manifest write(Installation installation, Map<String, String> files)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    execute(SNAPSHOT);
    Instant takenAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String schemaVersion =
        catalog
            .schemaVersion()
            .orElseThrow(() -> new ArchiveRefused("The database holds no SocketTwin."));
    List<String> names = catalog.tables();
    execute("lock table " + String.join(", ", names) + " in access share mode");
    List<StoredTable> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(table(name));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            installation.program(),
            schemaVersion,
            takenAt,
            installation.sealKey().map(DataFiles::fingerprint).orElse(null),
            files(files),
            tables,
            // Beyond the snapshot, which is on the safe side: they only rise.
            catalog.sequences());
    entry(Manifest.ENTRY, manifest.toJson());
    connection.rollback();
    return manifest;
  }

  private StoredTable table(String name) throws SQLException, IOException {
    List<String> columns = catalog.columns(name).stream().map(Shape.Column::name).toList();
    CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
    zip.putNextEntry(new ZipEntry(StoredTable.entryOf(name)));
    Measure measure = new Measure(zip);
    String copy =
        "copy (select %s from %s) to stdout (format csv, header)"
            .formatted(Shape.list(columns), name);
    long rows = copying.copyOut(copy, measure);
    zip.closeEntry();
    return new StoredTable(
        name, columns, rows, measure.content(), catalog.shape(name).orElse(null));
  }

  private Map<String, Content> files(Map<String, String> files) throws IOException {
    Map<String, Content> contents = new LinkedHashMap<>();
    for (var file : files.entrySet()) {
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      contents.put(file.getKey(), entry(Manifest.fileEntry(file.getKey()), bytes));
    }
    return contents;
  }

  private Content entry(String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Measure measure = new Measure(zip);
    measure.write(bytes, 0, bytes.length);
    zip.closeEntry();
    return measure.content();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
