package io.sockettwin.agent.page;

import java.util.Optional;

/// Where the page listens.
///
/// @param port 0 for any that is free
public record PageAddress(String host, int port) {

  /// Only this machine; the port is next to those people use for their own HTTP servers.
  public static final PageAddress DEFAULT = new PageAddress("127.0.0.1", 8091);

  /// Reads `host:port`, `[ipv6]:port`, or a port alone, which is one of this machine only.
  public static Optional<PageAddress> parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      return Optional.empty();
    }
    String host = colon < 0 ? DEFAULT.host() : text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return bare.isBlank() || bracketed != (bare.indexOf(':') >= 0)
        ? Optional.empty()
        : Optional.of(new PageAddress(bare, Integer.parseInt(port)));
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
