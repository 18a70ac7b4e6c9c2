package io.sockettwin.mqttbroker.gate;

import org.jspecify.annotations.Nullable;

/// What a client shows in its CONNECT. User name and password are absent when the packet has none;
/// a password that is not UTF-8 arrives with replacement characters, hence as a wrong one.
public record Login(
    String clientId, @Nullable String username, @Nullable String password, String remoteAddress) {

  /// Leaves the password out, so that a login can be logged.
  @Override
  public String toString() {
    return "Login[clientId=%s, username=%s, remoteAddress=%s]"
        .formatted(clientId, username, remoteAddress);
  }
}
