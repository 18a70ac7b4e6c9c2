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
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Reads what was counted.
@Singleton
class EnergyReader {
  private static final int FETCH_SIZE = 1_000;

  private static final String QUARTERS =
      """
      select at, milliwatt_hours from history.energy
      where product_id = ? and device = ? and at >= ? and at < ?
      union all
      select quarter, quarter_milliwatt_hours from energy_count
      where product_id = ? and name = ? and quarter >= ? and quarter < ?
      order by 1
      """;

  private final DataSource database;

  EnergyReader(DataSource database) {
    this.database = database;
  }

  Account account(DeviceKey device) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return AccountStore.read(connection, List.of(device)).getOrDefault(device, Account.NEW);
    }
  }

  /// Calls for each quarter that begins in the span, in order.
  void quarters(DeviceKey device, Instant from, Instant to, Consumer<Quarter> each)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false); // else the driver reads all rows at once
      try (PreparedStatement statement = connection.prepareStatement(QUARTERS)) {
        statement.setFetchSize(FETCH_SIZE);
        for (int half = 0; half < 2; half++) {
          statement.setString(4 * half + 1, device.productId());
          statement.setString(4 * half + 2, device.deviceName());
          statement.setObject(4 * half + 3, from.atOffset(ZoneOffset.UTC));
          statement.setObject(4 * half + 4, to.atOffset(ZoneOffset.UTC));
        }
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            Instant start = rows.getObject(1, OffsetDateTime.class).toInstant();
            each.accept(new Quarter(start, rows.getLong(2)));
          }
        }
      } finally {
        connection.rollback();
      }
    }
  }
}
