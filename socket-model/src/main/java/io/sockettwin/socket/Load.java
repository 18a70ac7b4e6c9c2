package io.sockettwin.socket;

/// Whether the load has power. Three words rather than two flags: a tripped socket cannot be on.
public enum Load {
  OFF,
  ON,
  /// Switched off by the protection, until it is switched on again.
  TRIPPED
}
