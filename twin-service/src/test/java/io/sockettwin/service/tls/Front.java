package io.sockettwin.service.tls;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The TLS side before a broker that is only a socket.
final class Front implements AutoCloseable {
  static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  static final DeviceSecret SECRET = DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();

  private static final int PATIENCE_MILLIS = 20_000;

  final ServerSocket broker = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final TlsMetrics metrics = new TlsMetrics(registry);
  private final TlsListener listener;

  Front(Map<String, String> settings) throws IOException {
    this(settings, Front::secret);
  }

  Front(Map<String, String> settings, Function<DeviceKey, Optional<DeviceSecret>> secrets)
      throws IOException {
    broker.setSoTimeout(PATIENCE_MILLIS);
    BrokerDoor door =
        new BrokerDoor() {
          @Override
          public InetSocketAddress address() {
            // By name, as an external broker is configured.
            return InetSocketAddress.createUnresolved("localhost", broker.getLocalPort());
          }

          @Override
          public boolean hearsProxyHeaders() {
            return false;
          }
        };
    listener = new TlsListener(config(settings), door, secrets, metrics);
  }

  static Optional<DeviceSecret> secret(DeviceKey device) {
    return Optional.of(SECRET).filter(any -> device.equals(DEVICE));
  }

  static TlsConfig config(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("sockettwin.tls.host", "127.0.0.1");
    all.put("sockettwin.tls.port", "0");
    all.putAll(settings);
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(all, "test", 0))
        .withMapping(TlsConfig.class)
        .build()
        .getConfigMapping(TlsConfig.class);
  }

  int port() {
    return listener.port();
  }

  /// The next connection that reaches the broker.
  Socket arrival() throws IOException {
    Socket arrived = broker.accept();
    arrived.setSoTimeout(PATIENCE_MILLIS);
    return arrived;
  }

  double gauge(String name) {
    return registry.get("sockettwin.tls." + name).gauge().value();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    broker.close();
  }
}
