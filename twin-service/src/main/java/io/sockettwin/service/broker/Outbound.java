package io.sockettwin.service.broker;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.sockettwin.service.twin.DeviceLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Sends to devices over the same session that receives.
@ApplicationScoped
class Outbound implements DeviceLink {
  private static final Logger LOG = Logger.getLogger(Outbound.class);

  /// Messages handed to the client and not yet on their way, about 10 MB.
  static final int MAX_WAITING = 20_000;

  private final BrokerSession session;
  private final BrokerMetrics metrics;
  private final Semaphore room = new Semaphore(MAX_WAITING);

  Outbound(BrokerSession session, BrokerMetrics metrics) {
    this.session = session;
    this.metrics = metrics;
  }

  @Override
  public void send(String topic, byte[] payload, int qos) {
    if (!room.tryAcquire()) {
      metrics.unsent();
      return;
    }
    var message =
        Mqtt5Publish.builder()
            .topic(topic)
            .qos(qos == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
            .payload(payload)
            .build();
    var _ =
        session
            .publish(message)
            .whenComplete((done, failure) -> {
              room.release();
              if (failure != null) {
                metrics.unsent();
                LOG.debugf("%s: not sent: %s", topic, failure.getMessage());
              }
            });
  }
}
