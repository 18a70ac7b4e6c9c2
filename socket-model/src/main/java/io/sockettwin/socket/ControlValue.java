package io.sockettwin.socket;

/// A value in a control as it came from outside, not yet judged.
public sealed interface ControlValue {

  record WholeNumber(long value) implements ControlValue {}

  record Truth(boolean value) implements ControlValue {}

  record Text(String value) implements ControlValue {}

  /// Anything no property of a socket can take: a fraction, an object.
  record Unfit() implements ControlValue {}
}
