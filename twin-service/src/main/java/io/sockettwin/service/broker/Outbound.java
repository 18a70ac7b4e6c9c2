package io.sockettwin.service.broker;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.sockettwin.service.twin.DeviceLink;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Sends to devices: answers directly if the broker is embedded, and everything else over the same
/// session that receives.
@ApplicationScoped
class Outbound implements DeviceLink {
  private static final Logger LOG = Logger.getLogger(Outbound.class);

  /// Messages handed to the client and not yet on their way, about 10 MB.
  static final int MAX_WAITING = 20_000;

  private final BrokerHost host;
  private final BrokerSession session;
  private final BrokerMetrics metrics;
  private final Semaphore room = new Semaphore(MAX_WAITING);

  Outbound(BrokerHost host, BrokerSession session, BrokerMetrics metrics) {
    this.host = host;
    this.session = session;
    this.metrics = metrics;
  }

  /// Past the broker's queues when it is embedded.
  @Override
  public void answer(DeviceKey device, String topic, byte[] payload) {
    if (!host.embedded()
        .map(broker -> broker.send(device.clientId(), topic, payload))
        .orElse(false)) {
      send(topic, payload, 0);
    }
  }

  @Override
  public void together(Runnable sends) {
    host.embedded().ifPresentOrElse(broker -> broker.together(sends), sends);
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
