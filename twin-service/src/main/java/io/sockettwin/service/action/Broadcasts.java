package io.sockettwin.service.action;

import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/// Says the same to all devices of a product. Each has a topic of its own for it (protocol section
/// 3), so this is as many messages as there are devices.
@Singleton
class Broadcasts {
  private static final String CONNECTED =
      "select name from twin where product_id = ? and connected order by name";

  private final DataSource database;
  private final BroadcastLink link;

  Broadcasts(DataSource database, BroadcastLink link) {
    this.database = database;
    this.link = link;
  }

  /// Sends it to those that are connected at this moment.
  ///
  /// @return how many they are
  int send(String productId, byte[] payload) {
    List<String> topics = topics(productId);
    link.send(topics, payload);
    return topics.size();
  }

  private List<String> topics(String productId) {
    return Sql.of(CONNECTED, productId)
        .list(
            database,
            row -> {
              DeviceKey device = new DeviceKey(productId, row.getString(1));
              return new Topic(TopicKind.BROADCAST_DOWN, device).name();
            });
  }
}
