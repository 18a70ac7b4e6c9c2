package io.sockettwin.service;

import io.sockettwin.thing.DeviceKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/// What the service has kept of devices, seen past it.
public record StoredHistory(DataSource database) {

  /// How many reports of the device are stored; a product that never reported may have no table
  /// yet.
  public int reports(DeviceKey device) {
    return reports(device, "true");
  }

  /// How many of them fulfil a condition.
  public int reports(DeviceKey device, String condition) {
    String table = "history.report_" + device.productId().toLowerCase(Locale.ROOT);
    return number("select count(to_regclass('" + table + "'))") == 0
        ? 0
        : number(
            "select count(*) from %s where device = '%s' and %s"
                .formatted(table, device.deviceName(), condition));
  }

  public int events(DeviceKey device) {
    return number(
        "select count(*) from history.event where product_id = '%s' and device = '%s'"
            .formatted(device.productId(), device.deviceName()));
  }

  private int number(String sql) {
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
