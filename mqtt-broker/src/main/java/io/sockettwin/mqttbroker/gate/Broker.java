package io.sockettwin.mqttbroker.gate;

import java.util.OptionalInt;

/// A broker that runs.
public interface Broker extends AutoCloseable {

  /// The TCP port it listens on, also when any was asked for.
  int port();

  OptionalInt webSocketPort();

  BrokerCounts counts();

  /// Disconnects all clients and writes what must last. Takes about two seconds.
  @Override
  void close();
}
