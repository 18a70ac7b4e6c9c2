package io.sockettwin.mqttbroker.gate;

import org.jspecify.annotations.Nullable;

/// The one entrance to the program behind the class loader wall.
@FunctionalInterface
public interface BrokerLauncher {

  /// Starts it.
  ///
  /// @param host takes what devices say past the queues, if there is one
  Broker launch(BrokerSettings settings, Gate gate, @Nullable Host host)
      throws BrokerStartException;
}
