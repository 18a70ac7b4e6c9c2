package io.sockettwin.service.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.service.startup.AtLeastOne;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Which broker; without a URL the service runs one of its own.
@ConfigMapping(prefix = "sockettwin.broker")
interface BrokerConfig {
  /// For example `mqtt://broker.example.org:1883`.
  Optional<URI> url();

  /// The service's own client id; replicas need different ones.
  @WithDefault("sockettwin")
  String clientId();

  Optional<String> username();

  /// The service's own password; random for each run of an embedded broker.
  Optional<String> password();

  /// Where the embedded broker listens.
  @WithDefault("0.0.0.0")
  String host();

  @WithDefault("1883")
  int port();

  /// Port for MQTT over WebSocket; none by default.
  OptionalInt webSocketPort();

  /// Whether queues and sessions of the embedded broker are kept on disk.
  @WithDefault("file")
  Durability durability();

  /// Whether the embedded broker hands devices' messages over directly; otherwise they take the way
  /// through its queues, as with an external broker.
  @WithDefault("true")
  boolean direct();

  /// Messages under way to the service that are not yet committed; the limit of its throughput.
  @WithDefault("1000")
  @WithConverter(AtLeastOne.class)
  int inFlightMessages();

  /// Messages a device may send in a second with QoS 0 (protocol section 2.8).
  @WithDefault("30")
  @WithConverter(AtLeastOne.class)
  int unacknowledgedPerSecond();

  /// Messages a device may send in a second with QoS 1.
  @WithDefault("10")
  @WithConverter(AtLeastOne.class)
  int acknowledgedPerSecond();

  /// Where the embedded broker's program is unpacked; `broker-program` in the data folder by
  /// default.
  Optional<Path> embeddedProgram();

  /// What an external broker must present to ask about logins; it cannot ask without.
  Optional<String> gateSecret();
}
