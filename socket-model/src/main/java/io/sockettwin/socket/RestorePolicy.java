package io.sockettwin.socket;

/// What happens to the load when the power comes back. None of them closes a tripped relay.
public enum RestorePolicy {
  /// As the original: nobody may be near it.
  OFF,
  /// As it was, unless it was about to be switched off.
  LAST,
  ON;

  Load restore(Load last) {
    if (last == Load.TRIPPED) {
      return Load.TRIPPED;
    }
    return switch (this) {
      case OFF -> Load.OFF;
      case LAST -> last;
      case ON -> Load.ON;
    };
  }
}
