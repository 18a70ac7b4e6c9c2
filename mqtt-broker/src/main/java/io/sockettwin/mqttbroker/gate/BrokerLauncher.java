package io.sockettwin.mqttbroker.gate;

/// The one entrance to the program behind the class loader wall.
@FunctionalInterface
public interface BrokerLauncher {

  Broker launch(BrokerSettings settings, Gate gate) throws BrokerStartException;
}
