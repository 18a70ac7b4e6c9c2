package io.sockettwin.service.telemetry;

import io.sockettwin.thing.DataTemplate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the tables of a product follow its data template. Columns are added and renamed, never
/// dropped nor changed: that would lose values, or write the whole table anew.
final class LayoutStore {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('history.property_column'), hashtext(?))";

  private static final String KEEP =
      "insert into history.property_column (product_id, property, type, name) values (?, ?, ?, ?)";

  private LayoutStore() {}

  /// Changes what must be changed, in the caller's transaction.
  static Layout follow(Connection connection, String productId, DataTemplate template)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, productId);
      lock.execute();
    }
    List<Column> existing = read(connection, productId);
    Layout layout = Layout.of(productId, template, existing);
    try (Statement statement = connection.createStatement()) {
      // Who reads the table for long must not hold up those who write.
      statement.execute("set local lock_timeout = '5s'");
      if (exists(connection, productId)) {
        rename(statement, layout, existing);
        for (Column column : layout.columns()) {
          if (existing.stream().noneMatch(old -> isSame(old, column))) {
            add(statement, productId, column);
          }
        }
      } else {
        create(statement, layout);
      }
    }
    if (!Set.copyOf(existing).equals(Set.copyOf(layout.columns()))) {
      keep(connection, layout);
    }
    return layout;
  }

  private static List<Column> read(Connection connection, String productId) throws SQLException {
    String sql =
        "select property, type, name from history.property_column where product_id = ? order by name";
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, productId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(
              new Column(
                  rows.getString(1), ColumnType.valueOf(rows.getString(2)), rows.getString(3)));
        }
      }
    }
    return columns;
  }

  private static boolean exists(Connection connection, String productId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      statement.setString(1, Level.REPORT.table(productId).quoted());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static boolean isSame(Column one, Column other) {
    return one.property().equals(other.property()) && one.type() == other.type();
  }

  private static void create(Statement statement, Layout layout) throws SQLException {
    for (Level level : Level.values()) {
      String columns =
          layout.columns().stream()
              .flatMap(column -> definitions(level, column).entrySet().stream())
              .map(it -> it.getKey() + " " + it.getValue() + ",\n")
              .collect(Collectors.joining());
      String table = level.table(layout.productId()).quoted();
      String head =
          level == Level.REPORT
              ? "received_at timestamptz not null, token text not null"
              : "reports bigint not null";
      String key = level == Level.REPORT ? "device, at, received_at" : "device, at";
      statement.execute(
          "create table %s (device text not null, at timestamptz not null, %s,\n%s primary key (%s)) partition by range (at)"
              .formatted(table, head, columns, key));
    }
    // Rows lie in the order of their receipt: ten thousand pages make an index of a page or two.
    statement.execute(
        "create index on %s using brin (received_at) with (pages_per_range = 32, autosummarize = on)"
            .formatted(Level.REPORT.table(layout.productId()).quoted()));
  }

  /// The columns of a level that a property has, with their types.
  private static Map<String, String> definitions(Level level, Column column) {
    if (level == Level.REPORT) {
      return Map.of(column.quoted(), column.type().sql());
    }
    Map<String, String> definitions = new LinkedHashMap<>();
    if (column.type().isNumeric()) {
      for (Aggregate aggregate : Aggregate.values()) {
        definitions.put(column.rolled(aggregate), aggregate.sqlType());
      }
    }
    return definitions;
  }

  private static void add(Statement statement, String productId, Column column)
      throws SQLException {
    for (Level level : Level.values()) {
      for (var definition : definitions(level, column).entrySet()) {
        statement.execute(
            "alter table %s add column %s %s"
                .formatted(
                    level.table(productId).quoted(), definition.getKey(), definition.getValue()));
      }
    }
  }

  /// In two passes, since a name may go from one column to another.
  private static void rename(Statement statement, Layout layout, List<Column> existing)
      throws SQLException {
    Map<Column, Column> away = new LinkedHashMap<>();
    for (Column old : existing) {
      Column now = layout.same(old).orElseThrow();
      if (!now.name().equals(old.name())) {
        Column between = new Column(old.property(), old.type(), "_moving_" + away.size());
        rename(statement, layout.productId(), old, between);
        away.put(between, now);
      }
    }
    for (var move : away.entrySet()) {
      rename(statement, layout.productId(), move.getKey(), move.getValue());
    }
  }

  private static void rename(Statement statement, String productId, Column from, Column to)
      throws SQLException {
    for (Level level : Level.values()) {
      var names = definitions(level, from).keySet().iterator();
      for (String name : definitions(level, to).keySet()) {
        statement.execute(
            "alter table %s rename column %s to %s"
                .formatted(level.table(productId).quoted(), names.next(), name));
      }
    }
  }

  private static void keep(Connection connection, Layout layout) throws SQLException {
    String forget = "delete from history.property_column where product_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(forget)) {
      statement.setString(1, layout.productId());
      statement.executeUpdate();
    }
    try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
      for (Column column : layout.columns()) {
        statement.setString(1, layout.productId());
        statement.setString(2, column.property());
        statement.setString(3, column.type().name());
        statement.setString(4, column.name());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
