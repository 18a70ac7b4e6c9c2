package io.sockettwin.service.twin;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Presence;
import io.sockettwin.twin.TwinState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads twins back.
final class TwinReader {
  private static final String COLUMNS =
      "select product_id, name, version, reported, info, controls, connected, session, since, reason,"
          + " silent, silent_at, takeovers, taken_over_at from twin ";

  private static final String BY_KEYS =
      COLUMNS + "join unnest(?::text[], ?::text[]) as u(p, n) on product_id = u.p and name = u.n";

  private TwinReader() {}

  /// The stored states of those devices that have one and whose product is known.
  static Map<DeviceKey, TwinState> read(
      Connection connection, Collection<DeviceKey> devices, Templates templates)
      throws SQLException {
    Map<DeviceKey, TwinState> found = new HashMap<>();
    if (devices.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(BY_KEYS)) {
      statement.setArray(1, array(connection, devices, DeviceKey::productId));
      statement.setArray(2, array(connection, devices, DeviceKey::deviceName));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          DeviceKey device = new DeviceKey(rows.getString(1), rows.getString(2));
          Optional<DataTemplate> template = templates.template(device.productId());
          if (template.isPresent()) {
            found.put(device, state(rows, template.get()));
          }
        }
      }
    }
    return found;
  }

  /// Calls for every connected device whose session is smaller.
  static void connected(Connection connection, long before, Consumer<DeviceKey> each)
      throws SQLException {
    String sql = "select product_id, name from twin where connected and session < ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, before);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.accept(new DeviceKey(rows.getString(1), rows.getString(2)));
        }
      }
    }
  }

  /// Calls for every device with something that expires.
  static void expiring(Connection connection, BiConsumer<DeviceKey, Instant> each)
      throws SQLException {
    String sql = "select product_id, name, wake_at from twin where wake_at is not null";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        each.accept(
            new DeviceKey(rows.getString(1), rows.getString(2)),
            rows.getObject(3, OffsetDateTime.class).toInstant());
      }
    }
  }

  private static TwinState state(ResultSet row, DataTemplate template) throws SQLException {
    return new TwinState(
        row.getLong(3),
        TwinJson.reported(row.getString(4), template),
        TwinJson.controls(row.getString(6), template),
        presence(row),
        TwinJson.info(row.getString(5)));
  }

  private static Presence presence(ResultSet row) throws SQLException {
    boolean connected = row.getBoolean(7);
    boolean silent = row.getBoolean(11);
    return new Presence(
        !connected
            ? Presence.State.OFFLINE
            : silent ? Presence.State.SILENT : Presence.State.ONLINE,
        row.getLong(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getString(10),
        instant(row, 12),
        row.getInt(13),
        instant(row, 14));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static java.sql.Array array(
      Connection connection, Collection<DeviceKey> devices, Function<DeviceKey, String> part)
      throws SQLException {
    return connection.createArrayOf("text", devices.stream().map(part).toArray(String[]::new));
  }
}
