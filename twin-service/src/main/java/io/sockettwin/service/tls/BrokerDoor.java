package io.sockettwin.service.tls;

import java.net.InetSocketAddress;

/// Where the broker takes connections; whoever runs or knows the broker implements it.
public interface BrokerDoor {
  InetSocketAddress address();

  /// Whether a PROXY header may precede the CONNECT, to tell the device's own address.
  boolean hearsProxyHeaders();
}
