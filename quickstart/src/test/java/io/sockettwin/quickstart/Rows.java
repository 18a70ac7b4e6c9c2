package io.sockettwin.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the service has stored, seen past it.
record Rows(String url, String password) {

  static Rows of(Path serviceFolder) {
    try {
      String port = Files.readAllLines(serviceFolder.resolve("postgres/postmaster.pid")).get(3);
      return new Rows(
          "jdbc:postgresql://127.0.0.1:" + port.strip() + "/sockettwin",
          Files.readString(serviceFolder.resolve("postgres-password")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The tokens of all stored reports of these devices, one an entry, repeated if stored twice.
  List<String> reportTokens(String devicePrefix) {
    return strings(
        "select token from history.report_hrdg3ckwwz where starts_with(device, ?)", devicePrefix);
  }

  /// The parameters of all stored events of a device.
  List<String> events(String device, String eventId) {
    return strings(
        "select params::text from history.event where device = ? and event_id = ?",
        device,
        eventId);
  }

  /// The devices of all alarms of a flow, one an entry.
  List<String> alarms(String flowId) {
    return strings("select name from alarm where flow_id = ?", flowId);
  }

  private List<String> strings(String question, String... values) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", password);
        PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
