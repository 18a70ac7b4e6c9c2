package io.sockettwin.service.twin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows turned into one array a column, so that a statement writes any number of them at once.
/// Everything travels as text; the statement casts.
public final class Columns {
  private final List<List<@Nullable String>> columns = new ArrayList<>();

  public Columns(int count) {
    for (int i = 0; i < count; i++) {
      columns.add(new ArrayList<>());
    }
  }

  public void add(@Nullable Object... row) {
    if (row.length != columns.size()) {
      throw new IllegalArgumentException(row.length + " values for " + columns.size() + " columns");
    }
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      columns.get(i).add(value == null ? null : value.toString());
    }
  }

  public boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  public int execute(Connection connection, String sql) throws SQLException {
    if (isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        statement.setArray(i + 1, connection.createArrayOf("text", columns.get(i).toArray()));
      }
      return statement.executeUpdate();
    }
  }
}
