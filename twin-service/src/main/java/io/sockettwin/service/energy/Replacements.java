package io.sockettwin.service.energy;

import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Replacements of hardware on their way to the device's count.
@Singleton
class Replacements {
  private static final String ADD =
      "insert into energy_replacement (product_id, name, at) values (?, ?, ?) on conflict do nothing";

  private static final String TAKE =
      "delete from energy_replacement where product_id = ? and name = ? returning at";

  private final DataSource database;

  Replacements(DataSource database) {
    this.database = database;
  }

  void add(DeviceKey device, Instant at) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setString(1, device.productId());
      statement.setString(2, device.deviceName());
      statement.setObject(3, at.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  /// Takes those of a device out, in the caller's transaction.
  static List<Instant> take(Connection connection, DeviceKey device) throws SQLException {
    List<Instant> moments = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, device.productId());
      statement.setString(2, device.deviceName());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          moments.add(rows.getObject(1, OffsetDateTime.class).toInstant());
        }
      }
    }
    moments.sort(null);
    return moments;
  }

  /// Calls for each device that has one.
  static void waiting(Connection connection, Consumer<DeviceKey> each) throws SQLException {
    String sql = "select distinct product_id, name from energy_replacement";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        each.accept(new DeviceKey(rows.getString(1), rows.getString(2)));
      }
    }
  }
}
