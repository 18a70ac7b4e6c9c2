package io.sockettwin.service.alarm;

import io.sockettwin.service.alarm.AlarmView.CommentView;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads alarms.
final class AlarmReader {
  private static final int ROWS_AT_A_TIME = 500;

  private static final String COLUMNS =
      """
      select id, flow_id, product_id, name, episode, shadow, severity, title_en, title_zh, text_en,
        text_zh, reason, event_at, received_at, decided_at, hits, last_hit_at, cleared_at,
        clear_reason, acknowledged_at, acknowledged_by, escalated_at
      from alarm
      """;

  private static final String FOUND =
      """
      select name, event_at, reason, hits, cleared_at, clear_reason from alarm
      where flow_id = ? and product_id = ? and event_at >= ? and event_at < ?
      order by name, event_at, episode
      """;

  private AlarmReader() {}

  /// Newest first.
  static void each(
      Connection connection,
      AlarmFilter.Where where,
      long offset,
      long limit,
      Consumer<AlarmView> taker)
      throws SQLException {
    String sql = COLUMNS + where.sql() + " order by decided_at desc, id offset ? limit ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      int next = set(statement, where);
      statement.setLong(next, offset);
      statement.setLong(next + 1, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.accept(view(rows));
        }
      }
    }
  }

  static long count(Connection connection, AlarmFilter.Where where) throws SQLException {
    String sql = "select count(*) from alarm " + where.sql();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, where);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static int set(PreparedStatement statement, AlarmFilter.Where where) throws SQLException {
    int next = 1;
    for (Object value : where.values()) {
      statement.setObject(next++, value);
    }
    return next;
  }

  static List<AlarmView> byIds(Connection connection, Collection<String> ids) throws SQLException {
    List<AlarmView> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(COLUMNS + "where id = any(?) order by decided_at, id")) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(view(rows));
        }
      }
    }
    return found;
  }

  static List<CommentView> comments(Connection connection, String id) throws SQLException {
    String sql = "select at, author, text from alarm_comment where alarm_id = ? order by number";
    List<CommentView> comments = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          comments.add(new CommentView(time(rows, 1), rows.getString(2), rows.getString(3)));
        }
      }
    }
    return comments;
  }

  /// What a flow found in this time, by device, oldest first.
  static Map<String, List<Found>> found(
      Connection connection, String flowId, String productId, Instant from, Instant until)
      throws SQLException {
    Map<String, List<Found>> found = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(FOUND)) {
      statement.setString(1, flowId);
      statement.setString(2, productId);
      statement.setObject(3, from.atOffset(ZoneOffset.UTC));
      statement.setObject(4, until.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
              .add(
                  new Found(
                      time(rows, 2),
                      rows.getString(3),
                      rows.getLong(4),
                      nullableTime(rows, 5),
                      rows.getString(6)));
        }
      }
    }
    return found;
  }

  static List<String> devices(Connection connection, String productId) throws SQLException {
    String sql = "select name from device where product_id = ? order by name limit ?";
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, productId);
      statement.setInt(2, Scope.MAX_DEVICES);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  private static AlarmView view(ResultSet row) throws SQLException {
    Instant clearedAt = nullableTime(row, 18);
    Instant acknowledgedAt = nullableTime(row, 20);
    return new AlarmView(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getBoolean(6),
        clearedAt != null
            ? AlarmState.CLEARED
            : acknowledgedAt != null ? AlarmState.ACKNOWLEDGED : AlarmState.OPEN,
        Severity.valueOf(row.getString(7)),
        new Texts(row.getString(8), row.getString(9)),
        new Texts(row.getString(10), row.getString(11)),
        row.getString(12),
        time(row, 13),
        time(row, 14),
        time(row, 15),
        row.getLong(16),
        time(row, 17),
        clearedAt,
        row.getString(19),
        acknowledgedAt,
        row.getString(21),
        nullableTime(row, 22),
        null,
        null);
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant nullableTime(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
