package io.sockettwin.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Where a service keeps what was reported: in a table for each product, and before these existed
/// in one for all.
///
/// @param device the column that names the device
/// @param energy the reported energy
record History(String reports, String events, String device, String energy) {
  private static final History TYPED =
      new History("history.report_hrdg3ckwwz", "history.event", "device", "total_kwh");
  private static final History UNTYPED =
      new History("report", "event", "name", "(params ->> 'total_kwh')::float8");

  static History in(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('history.event') is not null")) {
      row.next();
      return row.getBoolean(1) ? TYPED : UNTYPED;
    }
  }

  /// Counts twins with another energy than their last report: it only rises.
  String wrongTwins() {
    return """
    select count(*) from twin
    join (select %s as reporter, max(%s) as last from %s group by 1) on reporter = name
    where (reported #>> '{total_kwh,v}')::float8 is distinct from last
    """
        .formatted(device, energy, reports);
  }
}
