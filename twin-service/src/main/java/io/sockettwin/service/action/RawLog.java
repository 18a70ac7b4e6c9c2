package io.sockettwin.service.action;

import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Correspondent;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.TopicKind;
import jakarta.inject.Singleton;
import java.time.Instant;
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
    var raw = (Message.RawUp) message;
    byte[] kept = new byte[Math.min(raw.payload().remaining(), KEPT_BYTES)];
    raw.payload().duplicate().get(kept);
    String productId = device.productId();
    String name = device.deviceName();
    Sql.of(INSERT, productId, name, receivedAt, raw.kind().name(), raw.payload().remaining(), kept)
        .run(database);
    Sql.of(FORGET, productId, name, productId, name, KEPT_MESSAGES).run(database);
  }

  List<RawMessage> list(DeviceKey device) {
    return Sql.of(LIST, device.productId(), device.deviceName())
        .list(
            database,
            row ->
                new RawMessage(
                    Sql.requireInstant(row, "at"),
                    TopicKind.valueOf(row.getString("topic")),
                    row.getInt("size_bytes"),
                    row.getBytes("payload")));
  }
}
