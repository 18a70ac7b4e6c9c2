package io.sockettwin.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What is not as it must be.
///
/// @param lostReports answered with code 0 and not in the history
/// @param lostAcknowledged acknowledged by MQTT and not in the history
/// @param repeatedReports in the history more than once
/// @param lostEvents answered with code 0 and not in the history
/// @param repeatedEvents in the history more than once
/// @param lostControls accepted by REST and not in the database
/// @param wrongTwins with another energy than the last report of the device in the history
record Findings(
    int lostReports,
    int lostAcknowledged,
    int repeatedReports,
    int lostEvents,
    int repeatedEvents,
    int lostControls,
    int wrongTwins) {

  static final Findings NONE = new Findings(0, 0, 0, 0, 0, 0, 0);

  static Findings of(Database database, ChaosFleet.Told told, Map<String, String> controls)
      throws SQLException {
    try (Connection connection = database.connect()) {
      History history = History.in(connection);
      BitSet reports = new BitSet();
      BitSet events = new BitSet();
      int repeatedReports =
          read(connection, "select token from " + history.reports(), "\\d+", reports);
      int repeatedEvents =
          read(connection, "select token from " + history.events(), "e-\\d+", events);
      return new Findings(
          missing(told.answeredReports(), reports),
          missing(told.acknowledgedReports(), reports),
          repeatedReports,
          missing(told.answeredEvents(), events),
          repeatedEvents,
          missingControls(connection, controls.keySet()),
          number(connection, history.wrongTwins()));
    }
  }

  private static int missing(BitSet told, BitSet stored) {
    BitSet missing = (BitSet) told.clone();
    missing.andNot(stored);
    return missing.cardinality();
  }

  /// @return how many came again
  private static int read(Connection connection, String question, String form, BitSet found)
      throws SQLException {
    int again = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        String token = rows.getString(1);
        if (token.matches(form)) {
          int number = Integer.parseInt(token.replaceAll("\\D", ""));
          again += found.get(number) ? 1 : 0;
          found.set(number);
        }
      }
    }
    return again;
  }

  private static int missingControls(Connection connection, Set<String> accepted)
      throws SQLException {
    Set<String> missing = new HashSet<>(accepted);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from control")) {
      while (rows.next()) {
        missing.remove(rows.getString(1));
      }
    }
    return missing.size();
  }

  private static int number(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getInt(1);
    }
  }
}
