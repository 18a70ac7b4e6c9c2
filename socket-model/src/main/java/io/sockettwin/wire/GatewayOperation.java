package io.sockettwin.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a gateway asks for its sub-devices (protocol section 9).
public enum GatewayOperation {
  ONLINE,
  OFFLINE,
  BIND,
  UNBIND,
  DESCRIBE_SUB_DEVICES;

  /// The name on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GatewayOperation> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findAny();
  }
}
