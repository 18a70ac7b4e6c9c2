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

  private static final String WRONG_TWINS =
      """
      select count(*) from twin
      join (select device, max(total_kwh) as last from %s group by device) on device = name
      where (reported #>> '{total_kwh,v}')::float8 is distinct from last
      """
          .formatted(Database.REPORTS);

  static Findings of(Database database, ChaosFleet.Told told, Map<String, String> controls)
      throws SQLException {
    try (Connection connection = database.connect()) {
      BitSet reports = new BitSet();
      BitSet events = new BitSet();
      int repeatedReports =
          read(connection, "select token from " + Database.REPORTS, "\\d+", reports);
      int repeatedEvents =
          read(connection, "select token from " + Database.EVENTS, "e-\\d+", events);
      return new Findings(
          missing(told.answeredReports(), reports),
          missing(told.acknowledgedReports(), reports),
          repeatedReports,
          missing(told.answeredEvents(), events),
          repeatedEvents,
          missingControls(connection, controls.keySet()),
          number(connection, WRONG_TWINS));
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
