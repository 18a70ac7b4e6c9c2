package io.sockettwin.agent.link;

import java.util.Optional;

/// Where the service listens for devices.
///
/// @param encrypted whether over TLS, with the certificate checked
public record ServiceAddress(String host, int port, boolean encrypted) {

  public static final int DEFAULT_PORT = 1883;

  /// With TLS.
  public static final int DEFAULT_ENCRYPTED_PORT = 8883;

  private static final String PLAIN = "mqtt://";
  private static final String ENCRYPTED = "mqtts://";

  /// Without TLS.
  public ServiceAddress(String host, int port) {
    this(host, port, false);
  }

  /// Reads `host`, `host:port`, `[ipv6]` or `[ipv6]:port`, after `mqtts://` for TLS.
  public static Optional<ServiceAddress> parse(String text) {
    if (text.startsWith(ENCRYPTED)) {
      return parse(text.substring(ENCRYPTED.length()), DEFAULT_ENCRYPTED_PORT, true);
    }
    String rest = text.startsWith(PLAIN) ? text.substring(PLAIN.length()) : text;
    return parse(rest, DEFAULT_PORT, false);
  }

  private static Optional<ServiceAddress> parse(String text, int usualPort, boolean encrypted) {
    int bracket = text.lastIndexOf(']');
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > bracket;
    String host = hasPort ? text.substring(0, colon) : text;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return Optional.empty();
    }
    int port = hasPort ? port(text.substring(colon + 1)) : usualPort;
    return host.isBlank() || host.indexOf('/') >= 0 || port < 1
        ? Optional.empty()
        : Optional.of(new ServiceAddress(host, port, encrypted));
  }

  private static int port(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) < 65_536 ? Integer.parseInt(text) : 0;
  }

  @Override
  public String toString() {
    String place = host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    return encrypted ? ENCRYPTED + place : place;
  }
}
