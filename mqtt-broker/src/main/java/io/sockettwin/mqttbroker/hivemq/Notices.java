package io.sockettwin.mqttbroker.hivemq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes session notices. A call has put the notice into the readers' queues when it returns,
/// so it stands before whatever the same thread publishes next.
final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final PublishService publisher;
  private final @Nullable HostLink link;
  private final JsonMapper json = new JsonMapper();

  /// @param link to the host, which is told instead if there is one
  Notices(PublishService publisher, @Nullable HostLink link) {
    this.publisher = publisher;
    this.link = link;
  }

  void publish(String topic, SessionNotice notice) {
    if (link != null) {
      link.hand(topic, notice);
      return;
    }
    var _ =
        publisher
            .publish(
                Builders.publish()
                    .topic(topic)
                    .qos(Qos.AT_LEAST_ONCE)
                    .payload(ByteBuffer.wrap(bytes(notice)))
                    .build())
            .whenComplete((done, failure) -> {
              if (failure != null) {
                LOG.warn("{}: session notice lost", topic, failure);
              }
            });
  }

  private byte[] bytes(SessionNotice notice) {
    try {
      return json.writeValueAsBytes(
          Map.of(
              "session", notice.session(),
              "state", notice.state(),
              "reason", notice.reason(),
              "clientId", notice.clientId(),
              "remoteAddress", notice.remoteAddress(),
              "at", notice.at().toEpochMilli()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable: " + notice, e);
    }
  }
}
