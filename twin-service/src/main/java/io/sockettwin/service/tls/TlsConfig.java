package io.sockettwin.service.tls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Where devices connect with TLS, and how many may at once.
@ConfigMapping(prefix = "sockettwin.tls")
interface TlsConfig {
  @WithDefault("${sockettwin.broker.host:0.0.0.0}")
  String host();

  /// Empty: no TLS at all.
  @WithDefault("8883")
  OptionalInt port();

  /// Certificate chain in PEM, for devices that log in with a password. Without one only devices
  /// with a pre-shared key can enter.
  Optional<Path> certificate();

  /// The certificate's private key: PKCS#8 in PEM, not encrypted.
  Optional<Path> privateKey();

  /// Slow modules take two or three seconds.
  @WithDefault("10s")
  Duration handshakePatience();

  /// From the end of the handshake to the end of the CONNECT packet.
  @WithDefault("10s")
  Duration connectPatience();

  /// Three file descriptors each with an embedded broker, two with an external one; 20 000 is what
  /// a process often may have.
  @WithDefault("5000")
  @WithConverter(AtLeastOne.class)
  int maxConnections();

  /// Connections that are not yet admitted by their CONNECT.
  @WithDefault("2000")
  @WithConverter(AtLeastOne.class)
  int maxWaiting();

  /// Lasting rate of new connections from one address (IPv6: one network of 64 bits).
  @WithDefault("100")
  @WithConverter(AtLeastOne.class)
  int connectionsPerSecondAndAddress();

  /// Whether an external broker expects the PROXY protocol; the embedded one always understands it.
  @WithDefault("false")
  boolean proxyProtocol();
}
