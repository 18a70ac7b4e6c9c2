package io.sockettwin.service.backup;

import io.sockettwin.service.backup.Manifest.StoredTable;
import io.sockettwin.service.sql.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Fills tables that were just made, in the caller's transaction.
record Loading(Connection connection, Archive archive) {
  void load() throws SQLException, IOException {
    List<StoredTable> tables = archive.manifest().tables();
    Set<String> made = Set.copyOf(new Catalog(connection).tables());
    for (StoredTable table : tables) {
      makeRoom(table, made.contains(table.name()));
    }
    Set<String> kept = tables.stream().map(StoredTable::name).collect(Collectors.toSet());
    for (String table : made) {
      if (!kept.contains(table)) {
        // Made by a migration and given up by the service since.
        execute("drop table " + table);
      }
    }
    execute("truncate " + String.join(", ", kept)); // what migrations filled in
    for (String table : kept) {
      execute("alter table " + table + " disable trigger user");
    }
    for (StoredTable table : tables) {
      copy(table);
    }
    for (String table : kept) {
      execute("alter table " + table + " enable trigger user");
    }
    for (var sequence : archive.manifest().sequences().entrySet()) {
      Sql.of("select setval(?::regclass, ?)", sequence.getKey(), sequence.getValue())
          .list(connection, row -> row.getLong(1));
    }
  }

  private void makeRoom(StoredTable table, boolean made) throws SQLException {
    Shape shape = table.shape();
    if (!made) {
      if (shape == null) {
        throw new ArchiveRefused(
            "The archive holds a table that is none of ours: %s.".formatted(table.name()));
      }
      execute(shape.table(table.name()));
      for (String index : shape.indexes(table.name())) {
        execute(index);
      }
    }
    if (shape != null) {
      for (String partition : shape.partitions(table.name())) {
        execute(partition);
      }
    }
  }

  private void copy(StoredTable table) throws SQLException, IOException {
    String copy =
        "copy %s (%s) from stdin (format csv, header match)"
            .formatted(table.name(), Shape.list(table.columns()));
    try (InputStream rows = archive.rows(table)) {
      long loaded = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
      if (loaded != table.rows()) {
        throw new IllegalStateException(
            table.name() + " has " + loaded + " rows, not " + table.rows());
      }
    }
  }

  private void execute(String sql) throws SQLException {
    Sql.of(sql).run(connection);
  }
}
