package io.sockettwin.agent.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// The way to a service.
///
/// @param service whose name its certificate must bear
/// @param end where the way begins: the service itself, or a cable that leads there
/// @param trust whose certificates are believed
public record Route(ServiceAddress service, InetSocketAddress end, Trust trust) {

  /// The direct way; the name is looked up at each attempt.
  public static Route to(ServiceAddress service, Trust trust) {
    return new Route(
        service, InetSocketAddress.createUnresolved(service.host(), service.port()), trust);
  }

  /// The way through another address, which goes by the service's name all the same.
  public Route through(InetSocketAddress near) {
    try {
      InetAddress named = InetAddress.getByAddress(service.host(), near.getAddress().getAddress());
      return new Route(service, new InetSocketAddress(named, near.getPort()), trust);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
