package io.sockettwin.service.energy;

import io.sockettwin.thing.DeviceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Adds to what is stored of quarters of an hour, in the caller's transaction.
final class QuarterStore {
  private static final String ADD =
      """
      insert into history.energy as e (product_id, device, at, milliwatt_hours)
      values (?, ?, ?, ?)
      on conflict (product_id, device, at) do update
        set milliwatt_hours = e.milliwatt_hours + excluded.milliwatt_hours
      """;

  private QuarterStore() {}

  static void add(Connection connection, Map<DeviceKey, List<Quarter>> closed) throws SQLException {
    if (closed.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      for (var device : closed.entrySet()) {
        for (Quarter quarter : device.getValue()) {
          statement.setString(1, device.getKey().productId());
          statement.setString(2, device.getKey().deviceName());
          statement.setObject(3, quarter.start().atOffset(ZoneOffset.UTC));
          statement.setLong(4, quarter.milliwattHours());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }
}
