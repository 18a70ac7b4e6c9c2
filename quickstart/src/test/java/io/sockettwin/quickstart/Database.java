package io.sockettwin.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A look into the service's own PostgreSQL, past the service.
final class Database implements AutoCloseable {
  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database of(Place place) throws Exception {
    Path folder = place.data().resolve("postgres");
    // The fourth line of the file is the port.
    String port = Files.readAllLines(folder.resolve("postmaster.pid")).get(3);
    String password = Files.readString(place.data().resolve("postgres-password")).strip();
    return new Database(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/sockettwin", "postgres", password));
  }

  /// The first column of every row.
  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
