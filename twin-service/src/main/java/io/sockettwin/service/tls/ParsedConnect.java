package io.sockettwin.service.tls;

/// What the first bytes of an MQTT client are.
sealed interface ParsedConnect {
  record Complete(ConnectPacket packet) implements ParsedConnect {}

  record Incomplete() implements ParsedConnect {}

  record Malformed() implements ParsedConnect {}

  record TooLarge() implements ParsedConnect {}

  record UnknownLevel() implements ParsedConnect {}
}
