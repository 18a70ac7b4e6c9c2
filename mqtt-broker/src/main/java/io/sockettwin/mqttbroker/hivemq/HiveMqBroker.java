package io.sockettwin.mqttbroker.hivemq;

import com.codahale.metrics.MetricRegistry;
import com.hivemq.HiveMQServer;
import com.hivemq.configuration.service.FullConfigurationService;
import com.hivemq.configuration.service.entity.Listener;
import com.hivemq.metrics.HiveMQMetrics;
import io.sockettwin.mqttbroker.gate.Broker;
import io.sockettwin.mqttbroker.gate.BrokerCounts;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// HiveMQ, running.
record HiveMqBroker(
    HiveMQServer server,
    FullConfigurationService configuration,
    SocketTwinExtension extension,
    ExecutorService gateExecutor,
    MetricRegistry metrics,
    Tally tally,
    @Nullable HostLink link)
    implements Broker {

  @Override
  public int port() {
    return configuration.listenerConfiguration().getTcpListeners().getFirst().getPort();
  }

  @Override
  public OptionalInt webSocketPort() {
    return configuration.listenerConfiguration().getWebsocketListeners().stream()
        .mapToInt(Listener::getPort)
        .findFirst();
  }

  @Override
  public BrokerCounts counts() {
    return new BrokerCounts(
        tally.sessions.sum(),
        tally.refusedLogins.sum(),
        tally.unansweredLogins.sum(),
        tally.refusedPublishes.sum(),
        tally.refusedSubscriptions.sum(),
        tally.throttledMessages.sum(),
        tally.oversizePackets.sum(),
        metrics.counter(HiveMQMetrics.DROPPED_MESSAGE_COUNT.name()).getCount()
            + tally.unreadAnswers.sum(),
        link == null ? 0 : link.valve().underWay());
  }

  @Override
  public boolean send(String clientId, String topic, byte[] payload) {
    return link != null && link.send(clientId, topic, payload);
  }

  @Override
  public void together(Runnable sends) {
    if (link == null) {
      sends.run();
    } else {
      link.outboxes().together(sends);
    }
  }

  @Override
  public void close() {
    extension.stopping();
    server.stop();
    gateExecutor.shutdownNow();
  }
}
