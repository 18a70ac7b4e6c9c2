package io.sockettwin.service.homeassistant.mqtt;

import java.net.URI;
import java.util.Optional;

/// How a broker lets the service in.
///
/// @param address `mqtt://` or `mqtts://`, with a host
public record Login(
    URI address, String clientId, Optional<String> username, Optional<String> password) {

  /// Without the password, which must not reach a log.
  @Override
  public String toString() {
    return "Login[" + address + "]";
  }
}
