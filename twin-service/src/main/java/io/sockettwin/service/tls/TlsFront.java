package io.sockettwin.service.tls;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.device.DeviceLogins;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Listens for TLS while there is a broker to pass devices to.
@Singleton
class TlsFront {
  private static final Logger LOG = Logger.getLogger(TlsFront.class);

  /// After the broker has started, and before it stops.
  private static final int LATE = Interceptor.Priority.LIBRARY_AFTER;

  private static final int EARLY = Interceptor.Priority.PLATFORM_BEFORE;

  private final TlsConfig config;
  private final BrokerDoor door;
  private final DeviceLogins devices;
  private final TlsMetrics metrics;
  private @Nullable TlsListener listener;

  TlsFront(TlsConfig config, BrokerDoor door, DeviceLogins devices, TlsMetrics metrics) {
    this.config = config;
    this.door = door;
    this.devices = devices;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(LATE) StartupEvent event) {
    if (config.port().isPresent()) {
      listener = new TlsListener(config, door, devices::secret, metrics);
      LOG.infof("MQTT over TLS listening on %s:%d", config.host(), listener.port());
    }
  }

  void stop(@Observes @Priority(EARLY) ShutdownEvent event) {
    if (listener != null) {
      listener.close();
      listener = null;
    }
  }

  Optional<TlsListener> listener() {
    return Optional.ofNullable(listener);
  }
}
