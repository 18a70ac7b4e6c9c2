package io.sockettwin.mqttbroker.hivemq;

import com.codahale.metrics.MetricRegistry;
import com.hivemq.HiveMQServer;
import com.hivemq.bootstrap.netty.NettyConfiguration;
import com.hivemq.configuration.service.FullConfigurationService;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.mqtt.topic.tree.LocalTopicTree;
import com.hivemq.persistence.connection.ConnectionPersistence;
import io.sockettwin.mqttbroker.gate.Broker;
import io.sockettwin.mqttbroker.gate.BrokerLauncher;
import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerStartException;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Host;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Starts HiveMQ. Uses its server class rather than `EmbeddedHiveMQ`, which admits everybody until
/// the first authenticator is registered, and gives no access to the connections.
public final class HiveMqLauncher implements BrokerLauncher {

  private static final long IDLE_SECONDS = 30;

  @Override
  public Broker launch(BrokerSettings settings, Gate gate, @Nullable Host host) {
    StartChecks.check(settings);
    Configuration.setInternals(settings);
    FullConfigurationService configuration = Configuration.of(settings);
    MetricRegistry metrics = new MetricRegistry();
    Tally tally = new Tally();
    ThreadPoolExecutor gateExecutor = gateExecutor();
    HiveMQServer server =
        new HiveMQServer(
            new Folders(settings.dataFolder().toAbsolutePath(), System.currentTimeMillis()),
            metrics,
            configuration,
            false,
            false);
    // HiveMQ's bootstrap sets one for the whole process that calls System.exit.
    var uncaughtExceptionHandler = Thread.getDefaultUncaughtExceptionHandler();
    try {
      server.bootstrap();
      var injector = Objects.requireNonNull(server.getInjector(), "no injector after bootstrap");
      var connections = injector.getInstance(ConnectionPersistence.class);
      HostLink link =
          host == null
              ? null
              : new HostLink(
                  host,
                  connections,
                  injector.getInstance(LocalTopicTree.class),
                  new RisingMicroseconds(System::currentTimeMillis),
                  new Valve(Limits.UNDER_WAY_TO_THE_HOST),
                  new Outboxes(tally));
      var extension =
          new SocketTwinExtension(
              gate, gateExecutor, connections, settings.deviceRates(), tally, link);
      server.startInstance(described(extension));
      var broker =
          new HiveMqBroker(server, configuration, extension, gateExecutor, metrics, tally, link);
      ProtocolLevelCheck.watch(
          injector.getInstance(NettyConfiguration.class).getParentEventLoopGroup(), broker.port());
      return broker;
    } catch (Exception e) {
      server.stop();
      gateExecutor.shutdownNow();
      throw new BrokerStartException(StartChecks.explain(settings, e), e);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(uncaughtExceptionHandler);
    }
  }

  private static EmbeddedExtension described(SocketTwinExtension extension) {
    return EmbeddedExtension.builder()
        .withId("sockettwin")
        .withName("SocketTwin")
        .withVersion("1")
        .withExtensionMain(extension)
        .build();
  }

  private static ThreadPoolExecutor gateExecutor() {
    var executor =
        new ThreadPoolExecutor(
            Limits.GATE_THREADS,
            Limits.GATE_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Limits.GATE_QUEUE),
            Thread.ofPlatform().name("mqtt-gate-", 0).daemon().factory());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
