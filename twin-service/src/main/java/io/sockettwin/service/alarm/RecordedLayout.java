package io.sockettwin.service.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the history of a product is read: reports from its typed table, and what else flows hear.
///
/// @param properties by the names of their columns
record RecordedLayout(String sql, Map<String, String> properties) {
  private static final String PRESENCES =
      """
      with device as (select ? as p, ? as n, ?::timestamptz as f, ?::timestamptz as u)
      (select f as received, 'presence' as kind, null::timestamptz as at, null as id,
              jsonb_build_object('online', online) as content, 0 as place
         from presence, device where product_id = p and name = n and presence.at < f
         order by presence.at desc limit 1)
      union all
      select presence.at, 'presence', null, null, jsonb_build_object('online', online), 0
        from presence, device where product_id = p and name = n
          and presence.at >= f and presence.at < u
      """;

  /// Reports are a day late at most.
  private static final String TYPED =
      PRESENCES
          + """
          union all
          select r.received_at, 'report', r.at, null, to_jsonb(r), 0
            from %s r, device where r.device = n
              and r.at >= f - interval '1 day' and r.at < u
              and r.received_at >= f and r.received_at < u
          union all
          select e.received_at, 'event', e.at, event_id, params, place
            from history.event e, device where product_id = p and e.device = n
              and e.at >= f - interval '1 day' and e.at < u
              and e.received_at >= f and e.received_at < u
          order by received, place
          """;

  static RecordedLayout of(Connection connection, String productId) throws SQLException {
    // A product id is ten letters and digits, and so needs no quotes.
    String table = "history.report_" + productId.toLowerCase(Locale.ROOT);
    return new RecordedLayout(TYPED.formatted(table), columns(connection, productId));
  }

  private static Map<String, String> columns(Connection connection, String productId)
      throws SQLException {
    String sql = "select name, property from history.property_column where product_id = ?";
    Map<String, String> properties = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, productId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          properties.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return properties;
  }

  /// Whose values are in the column, if it holds any.
  @Nullable String property(String column) {
    return properties.get(column);
  }
}
