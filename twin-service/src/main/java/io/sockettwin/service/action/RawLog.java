package io.sockettwin.service.action;

import io.sockettwin.service.twin.Correspondent;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.TopicKind;
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
import javax.sql.DataSource;

/// Keeps the last of what devices send beyond the data template: this platform has no parser for
/// it, but whoever develops one wants to see it.
@Singleton
class RawLog implements Correspondent {
  static final int KEPT_MESSAGES = 100;
  static final int KEPT_BYTES = 4 * 1024;

  private static final String INSERT =
      """
      insert into raw_message (product_id, name, at, topic, size_bytes, payload)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String FORGET =
      """
      delete from raw_message where product_id = ? and name = ? and id <=
        (select id from raw_message where product_id = ? and name = ?
         order by id desc offset ? limit 1)
      """;

  private static final String LIST =
      """
      select at, topic, size_bytes, payload from raw_message
      where product_id = ? and name = ? order by id desc
      """;

  private final DataSource database;

  RawLog(DataSource database) {
    this.database = database;
  }

  @Override
  public boolean hears(Message.Up message) {
    return message instanceof Message.RawUp;
  }

  @Override
  public void receive(DeviceKey device, Message.Up message, Instant receivedAt) {
    try {
      keep(device, (Message.RawUp) message, receivedAt);
    } catch (SQLException e) {
      throw new IllegalStateException("not kept: " + e.getMessage(), e);
    }
  }

  private void keep(DeviceKey device, Message.RawUp raw, Instant at) throws SQLException {
    byte[] kept = new byte[Math.min(raw.payload().remaining(), KEPT_BYTES)];
    raw.payload().duplicate().get(kept);
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      name(insert, 1, device);
      insert.setObject(3, at.atOffset(ZoneOffset.UTC));
      insert.setString(4, raw.kind().name());
      insert.setInt(5, raw.payload().remaining());
      insert.setBytes(6, kept);
      insert.executeUpdate();
      name(forget, 1, device);
      name(forget, 3, device);
      forget.setInt(5, KEPT_MESSAGES);
      forget.executeUpdate();
    }
  }

  List<RawMessage> list(DeviceKey device) {
    List<RawMessage> messages = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement list = connection.prepareStatement(LIST)) {
      name(list, 1, device);
      try (ResultSet rows = list.executeQuery()) {
        while (rows.next()) {
          messages.add(
              new RawMessage(
                  rows.getObject(1, OffsetDateTime.class).toInstant(),
                  TopicKind.valueOf(rows.getString(2)),
                  rows.getInt(3),
                  rows.getBytes(4)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("not read: " + e.getMessage(), e);
    }
    return messages;
  }

  private static void name(PreparedStatement statement, int at, DeviceKey device)
      throws SQLException {
    statement.setString(at, device.productId());
    statement.setString(at + 1, device.deviceName());
  }
}
