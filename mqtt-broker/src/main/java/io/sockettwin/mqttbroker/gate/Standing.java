package io.sockettwin.mqttbroker.gate;

/// Whom the broker has before it, which decides the limits.
public enum Standing {
  /// A device: short queue, small in-flight window, its retain bit is ignored.
  DEVICE,
  /// The service itself: long queue, large in-flight window.
  SERVICE
}
