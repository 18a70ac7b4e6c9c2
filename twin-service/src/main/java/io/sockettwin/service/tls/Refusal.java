package io.sockettwin.service.tls;

import java.util.Locale;

/// Why a connection did not get as far as the broker. Fired through the pipeline, and counted by
/// name.
enum Refusal {
  TOO_MANY_CONNECTIONS,
  TOO_MANY_WAITING,
  /// One address opens connections faster than it may.
  TOO_OFTEN,
  NOT_TLS,
  NO_COMMON_CIPHER_SUITE,
  /// No such device, or it is disabled.
  UNKNOWN_IDENTITY,
  /// Not the device's key.
  WRONG_KEY,
  /// The database does not answer.
  LOOKUP_FAILED,
  /// Any other failure before the end of the handshake.
  HANDSHAKE_FAILED,
  HANDSHAKE_TIMEOUT,
  CONNECT_TIMEOUT,
  CONNECT_TOO_LARGE,
  CONNECT_MALFORMED,
  /// Well-formed, but not by the device that the session belongs to.
  CONNECT_REFUSED,
  BROKER_UNREACHABLE;

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
