package io.sockettwin.service.broker;

import jakarta.inject.Singleton;

/// Where the embedded broker of the tests listens.
@Singleton
public class BrokerPort {
  private final BrokerHost host;

  BrokerPort(BrokerHost host) {
    this.host = host;
  }

  public int number() {
    return host.address().getPort();
  }
}
