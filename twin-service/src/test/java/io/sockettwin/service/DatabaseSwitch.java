package io.sockettwin.service;

import io.sockettwin.service.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Takes a test's database away and brings it back; the server itself goes on.
public record DatabaseSwitch(DatabaseAddress address) {

  /// Nobody can connect any more, and who was connected no longer is.
  public void off() {
    run("alter database sockettwin with allow_connections false");
    run("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'sockettwin'");
  }

  public void on() {
    run("alter database sockettwin with allow_connections true");
  }

  private void run(String sql) {
    String url = address.jdbcUrl().replaceFirst("/sockettwin\\b", "/postgres");
    try (Connection connection =
            DriverManager.getConnection(url, address.username(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
