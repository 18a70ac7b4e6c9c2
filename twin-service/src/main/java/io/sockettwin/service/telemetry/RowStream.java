package io.sockettwin.service.telemetry;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/// Reads rows of the past, however many, a thousand at a time: an answer of any length costs the
/// same memory.
@Singleton
class RowStream {
  private static final int FETCH_SIZE = 1_000;

  /// Each holds a connection, and the lanes need some, too.
  private static final int MAX_AT_ONCE = 8;

  private final DataSource database;
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);

  RowStream(DataSource database) {
    this.database = database;
  }

  interface Row {
    void accept(ResultSet row) throws SQLException, IOException;
  }

  /// Calls for each row; refuses when too many are reading already.
  void read(NamedSql sql, Row each) {
    if (!places.tryAcquire()) {
      throw Problem.of(
              ProblemCode.UNAVAILABLE, MAX_AT_ONCE + " queries of the past are running already.")
          .refused();
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false); // else the driver reads all rows at once
      try (Statement limits = connection.createStatement()) {
        limits.execute("set local statement_timeout = '60s'");
        try (PreparedStatement statement = sql.prepare(connection)) {
          statement.setFetchSize(FETCH_SIZE);
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              each.accept(rows);
            }
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw Problem.of(ProblemCode.UNAVAILABLE, "The past cannot be read: " + state(e) + ".")
          .refused();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private static String state(SQLException e) {
    return "57014".equals(e.getSQLState())
        ? "it takes longer than a minute, ask for less"
        : "the database does not answer";
  }
}
