package io.sockettwin.service.broker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.mqttbroker.EmbeddedBroker;
import io.sockettwin.mqttbroker.gate.Broker;
import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerStartException;
import io.sockettwin.mqttbroker.gate.DeviceRates;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.StartupRefused;
import io.sockettwin.service.tls.BrokerDoor;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Runs the embedded broker, or knows where the external one is.
@Singleton
class BrokerHost implements BrokerDoor {
  private static final Logger LOG = Logger.getLogger(BrokerHost.class);
  private static final int DEFAULT_PORT = 1883;

  /// Before the channels connect, which happens at `LIBRARY_BEFORE`.
  private static final int BEFORE_CHANNELS = Interceptor.Priority.LIBRARY_BEFORE - 100;

  /// The lanes, which stop with the rest of the application, take in that devices' sessions end.
  static final int BEFORE_LANES = Interceptor.Priority.APPLICATION;

  private final BrokerConfig config;
  private final DataConfig data;
  private final ServiceGate gate;
  private final ShortWay shortWay;
  private @Nullable Broker embedded;

  BrokerHost(BrokerConfig config, DataConfig data, ServiceGate gate, ShortWay shortWay) {
    this.config = config;
    this.data = data;
    this.gate = gate;
    this.shortWay = shortWay;
  }

  void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) {
    if (config.url().isPresent()) {
      LOG.infof("Using the MQTT broker %s", config.url().get());
      return;
    }
    try {
      shortWay.start();
      embedded = EmbeddedBroker.start(settings(), gate, config.direct() ? shortWay : null);
    } catch (BrokerStartException e) {
      LOG.debug("The embedded broker did not start", e);
      throw new StartupRefused(String.valueOf(e.getMessage()));
    }
    LOG.infof("MQTT broker listening on %s:%d", config.host(), embedded.port());
  }

  void stop(@Observes @Priority(BEFORE_LANES) ShutdownEvent event) throws InterruptedException {
    if (embedded != null) {
      embedded.close();
      embedded = null;
      shortWay.finish(Instant.now());
    }
  }

  Optional<Broker> embedded() {
    return Optional.ofNullable(embedded);
  }

  /// Where the service itself connects, and the TLS side for each of its devices.
  @Override
  public InetSocketAddress address() {
    if (embedded != null) {
      return new InetSocketAddress(
          "0.0.0.0".equals(config.host()) ? "127.0.0.1" : config.host(), embedded.port());
    }
    URI url = config.url().orElseThrow(() -> new IllegalStateException("no broker yet"));
    return InetSocketAddress.createUnresolved(
        url.getHost(), url.getPort() < 0 ? DEFAULT_PORT : url.getPort());
  }

  @Override
  public boolean hearsProxyHeaders() {
    return embedded != null;
  }

  private BrokerSettings settings() {
    Path folder = data.folder().toAbsolutePath().normalize();
    return new BrokerSettings(
        config.embeddedProgram().orElse(folder.resolve("broker-program")),
        folder.resolve("broker"),
        config.host(),
        config.port(),
        config.webSocketPort(),
        config.durability(),
        config.inFlightMessages(),
        new DeviceRates(config.unacknowledgedPerSecond(), config.acknowledgedPerSecond()));
  }
}
