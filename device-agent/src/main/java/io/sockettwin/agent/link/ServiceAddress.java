package io.sockettwin.agent.link;

import java.util.Optional;

/// Where the service listens for devices.
public record ServiceAddress(String host, int port) {

  public static final int DEFAULT_PORT = 1883;

  /// Reads `host`, `host:port`, `[ipv6]` or `[ipv6]:port`.
  public static Optional<ServiceAddress> parse(String text) {
    int bracket = text.lastIndexOf(']');
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > bracket;
    String host = hasPort ? text.substring(0, colon) : text;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return Optional.empty();
    }
    int port = hasPort ? port(text.substring(colon + 1)) : DEFAULT_PORT;
    return host.isBlank() || port < 1
        ? Optional.empty()
        : Optional.of(new ServiceAddress(host, port));
  }

  private static int port(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) < 65_536 ? Integer.parseInt(text) : 0;
  }

  @Override
  public String toString() {
    return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
  }
}
