package io.sockettwin.service.telemetry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes reports into their product's table, in the caller's transaction: with COPY, unless some
/// of them are there already.
final class ReportTable {
  private static final String UNIQUE_VIOLATION = "23505";

  private ReportTable() {}

  /// Writes the rows that are not there yet.
  ///
  /// @param rows in the form of [BinaryRows]
  /// @return whether some were there already, and so were left as they are
  static boolean write(Connection connection, Layout layout, byte[] rows) throws SQLException {
    String table = Level.REPORT.table(layout.productId()).quoted();
    String columns =
        Stream.concat(
                Stream.of("device", "at", "received_at", "token"),
                layout.columns().stream().map(Column::quoted))
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint reports");
      try {
        copy(connection, table, columns, rows);
        return false;
      } catch (SQLException e) {
        if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
          throw e;
        }
        statement.execute("rollback to savepoint reports");
      }
      statement.execute("create temp table again (like %s) on commit drop".formatted(table));
      copy(connection, "again", columns, rows);
      statement.execute(
          "insert into %s (%s) select %s from again on conflict do nothing"
              .formatted(table, columns, columns));
      statement.execute("drop table again");
      return true;
    }
  }

  private static void copy(Connection connection, String table, String columns, byte[] rows)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
    try {
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
