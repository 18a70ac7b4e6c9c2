package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.mqtt.message.publish.PUBLISHFactory;
import com.hivemq.mqtt.topic.InvalidTopicException;
import com.hivemq.mqtt.topic.TokenizedTopicMatcher;
import com.hivemq.mqtt.topic.tree.LocalTopicTree;
import com.hivemq.persistence.connection.ConnectionPersistence;
import io.sockettwin.mqttbroker.gate.Host;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import java.util.Objects;

/// The short ways between devices and the host.
record HostLink(
    Host host,
    ConnectionPersistence connections,
    LocalTopicTree subscriptions,
    RisingMicroseconds receipts,
    Valve valve,
    Outboxes outboxes) {
  private static final TokenizedTopicMatcher MATCHER = new TokenizedTopicMatcher();

  /// Whether the host takes what comes on this topic.
  boolean takes(String topic) {
    return host.filters().stream().anyMatch(filter -> matches(filter, topic));
  }

  private static boolean matches(String filter, String topic) {
    try {
      return MATCHER.matches(filter, topic);
    } catch (InvalidTopicException e) {
      return false;
    }
  }

  void hand(PUBLISH publish, Runnable committed) {
    byte[] payload = Objects.requireNonNullElseGet(publish.getPayload(), () -> new byte[0]);
    host.heard(publish.getTopic(), payload, receipts.next(), committed);
  }

  /// Nobody can be held back for a notice, but it counts.
  void hand(String topic, SessionNotice notice) {
    var _ = valve.enter();
    host.noticed(topic, notice, valve::leave);
  }

  /// Sends with QoS 0, past the queues.
  ///
  /// @return false when the client is not connected here or did not subscribe
  boolean send(String clientId, String topic, byte[] payload) {
    var connection = connections.get(clientId);
    if (connection == null || subscriptions.findSubscriber(clientId, topic) == null) {
      return false;
    }
    PUBLISH publish =
        new PUBLISHFactory.Mqtt5Builder()
            .withHivemqId("")
            .withTopic(topic)
            .withQoS(QoS.AT_MOST_ONCE)
            .withOnwardQos(QoS.AT_MOST_ONCE)
            .withPayload(payload)
            .build();
    outboxes.put(connection.getChannel(), publish, () -> {});
    return true;
  }
}
