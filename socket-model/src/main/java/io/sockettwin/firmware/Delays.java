package io.sockettwin.firmware;

/// How long the original's two ways of waiting last (firmware section 1).
final class Delays {

  private Delays() {}

  /// A busy delay lasts one tick more than it says.
  static int busy(int milliseconds) {
    return milliseconds + 1;
  }
}
