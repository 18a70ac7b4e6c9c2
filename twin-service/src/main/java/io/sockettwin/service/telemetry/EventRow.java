package io.sockettwin.service.telemetry;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinEffect.KeepEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// An accepted event on its way into the table.
///
/// @param receivedAt by the broker; the same when the message is delivered again
record EventRow(DeviceKey device, Instant receivedAt, KeepEvent event) {
  private static final String INSERT =
      """
      insert into history.event
        (product_id, device, at, received_at, place, token, event_id, kind, params)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      on conflict do nothing
      """;

  /// Writes those that are not there yet, in the caller's transaction.
  static void write(Connection connection, List<EventRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (EventRow row : rows) {
        statement.setString(1, row.device().productId());
        statement.setString(2, row.device().deviceName());
        statement.setObject(3, row.event().at().atOffset(ZoneOffset.UTC));
        statement.setObject(4, row.receivedAt().atOffset(ZoneOffset.UTC));
        statement.setInt(5, row.event().place());
        statement.setString(6, HistorySide.token(row.event().token()));
        statement.setString(7, row.event().eventId());
        statement.setString(8, row.event().kind().name());
        statement.setString(9, Value.toJson(row.event().params()).toString());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
