package io.sockettwin.service.homeassistant.mqtt;

import java.nio.charset.StandardCharsets;

/// A message from the broker.
///
/// @param retained whether the broker had kept it: it may be of long ago
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Heard(String topic, byte[] payload, boolean retained) {

  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
