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

/// HiveMQ, running.
record HiveMqBroker(
    HiveMQServer server,
    FullConfigurationService configuration,
    SocketTwinExtension extension,
    ExecutorService gateExecutor,
    MetricRegistry metrics,
    Tally tally)
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
        metrics.counter(HiveMQMetrics.DROPPED_MESSAGE_COUNT.name()).getCount());
  }

  @Override
  public void close() {
    extension.stopping();
    server.stop();
    gateExecutor.shutdownNow();
  }
}
