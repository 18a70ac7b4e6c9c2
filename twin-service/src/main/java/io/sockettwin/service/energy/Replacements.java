package io.sockettwin.service.energy;

import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Replacements of hardware that the device's count has still to take in.
final class Replacements {
  private Replacements() {}

  /// Takes those of a device in, in the caller's transaction: their moments in order, each once.
  static List<Instant> take(Connection connection, DeviceKey device) throws SQLException {
    return Sql.of(
            "update hardware_replacement set counted = true"
                + " where product_id = ? and name = ? and not counted returning at",
            device.productId(),
            device.deviceName())
        .list(connection, row -> Sql.requireInstant(row, "at"))
        .stream()
        .sorted()
        .toList();
  }

  /// The devices that have one.
  static List<DeviceKey> waiting(Connection connection) throws SQLException {
    return Sql.of("select distinct product_id, name from hardware_replacement where not counted")
        .list(connection, row -> new DeviceKey(row.getString(1), row.getString(2)));
  }
}
