package io.sockettwin.service.telemetry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Moves the reports and events that were stored before there were typed tables, in one
/// transaction, so that they are in one place or the other. Their moment of receipt was not stored:
/// it is taken to be that of the report.
@Singleton
class LegacyRows {
  private static final String MOVE_EVENTS =
      """
      insert into history.event
        (product_id, device, at, received_at, place, token, event_id, kind, params)
      select product_id, name, at, at, place, token, event_id, kind, params
      from history.event_unpartitioned on conflict do nothing
      """;

  /// For the roll-ups, a day at a time.
  private static final String ARRIVED =
      """
      insert into history.arrival
      select product_id, min(at), max(at) from history.report_untyped
      group by product_id, date_trunc('day', at, 'UTC')
      """;

  private final DataSource database;
  private final Layouts layouts;
  private final Partitions partitions;

  LegacyRows(DataSource database, Layouts layouts, Partitions partitions) {
    this.database = database;
    this.layouts = layouts;
    this.partitions = partitions;
  }

  /// Does nothing when it was done before.
  void move() throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!exists(connection)) {
        return;
      }
      for (String productId : layouts.renewChanged()) {
        partition(
            connection,
            "history.report_untyped where product_id = '" + productId + "'",
            Level.REPORT.table(productId));
      }
      partition(connection, "history.event_unpartitioned", Table.EVENT);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table history.report_untyped, history.event_unpartitioned");
        for (String productId : layouts.renewChanged()) {
          Layout layout = layouts.of(productId).orElseThrow();
          statement.execute(reports(layout));
        }
        statement.execute(ARRIVED);
        statement.execute(MOVE_EVENTS);
        statement.execute("drop table history.report_untyped, history.event_unpartitioned");
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select to_regclass('history.report_untyped') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void partition(Connection connection, String rows, Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select min(at), max(at) from " + rows)) {
      row.next();
      OffsetDateTime from = row.getObject(1, OffsetDateTime.class);
      OffsetDateTime to = row.getObject(2, OffsetDateTime.class);
      if (from != null && to != null) {
        for (Instant at = from.toInstant();
            at.isBefore(to.toInstant());
            at = at.plus(1, ChronoUnit.DAYS)) {
          partitions.require(table, at);
        }
        partitions.require(table, to.toInstant());
      }
    }
  }

  /// A value that is not of the column's type, by an older data template, is left out.
  private static String reports(Layout layout) {
    String names =
        layout.current().values().stream()
            .map(column -> ", " + column.quoted())
            .collect(Collectors.joining());
    String values =
        layout.current().values().stream().map(LegacyRows::value).collect(Collectors.joining());
    return """
    insert into %s (device, at, received_at, token%s)
    select name, at, at, token%s from history.report_untyped where product_id = '%s'
    on conflict do nothing
    """
        .formatted(
            Level.REPORT.table(layout.productId()).quoted(), names, values, layout.productId());
  }

  private static String value(Column column) {
    String property = "params -> '" + column.property() + "'";
    return switch (column.type()) {
      case SMALLINT, BIGINT, DOUBLE ->
          ", case jsonb_typeof(%s) when 'number' then (%s)::%s end"
              .formatted(property, property, column.type().sql());
      case TEXT -> ", params ->> '" + column.property() + "'";
      case JSONB -> ", " + property;
    };
  }
}
