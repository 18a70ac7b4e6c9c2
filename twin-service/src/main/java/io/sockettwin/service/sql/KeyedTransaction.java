package io.sockettwin.service.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A transaction whose statements find their rows by key, a few hundred at a time.
///
/// What the database knows of a table's size is as old as its last `analyze`. Of one that was
/// nearly empty then and is large now it would rather read everything, for each batch anew.
public final class KeyedTransaction {
  private static final String BY_INDEX =
      "set local enable_seqscan = off;"
          + " set local enable_hashjoin = off;"
          + " set local enable_mergejoin = off";

  private KeyedTransaction() {}

  public static void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(BY_INDEX);
    }
  }
}
