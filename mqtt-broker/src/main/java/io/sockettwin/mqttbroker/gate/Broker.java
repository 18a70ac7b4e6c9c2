package io.sockettwin.mqttbroker.gate;

import java.util.OptionalInt;

/// A broker that runs.
public interface Broker extends AutoCloseable {

  /// The TCP port it listens on, also when any was asked for.
  int port();

  OptionalInt webSocketPort();

  BrokerCounts counts();

  /// Sends with QoS 0 past all queues; only with a [Host].
  ///
  /// @return false when the client is not connected or did not subscribe, or there is no host
  boolean send(String clientId, String topic, byte[] payload);

  /// Runs it; what it acknowledges and sends past the queues leaves together at its end.
  void together(Runnable sends);

  /// Disconnects all clients and writes what must last. Takes about two seconds.
  @Override
  void close();
}
