package io.sockettwin.socket;

/// How a control ended.
public sealed interface ControlOutcome {

  /// All of it was done.
  record Applied() implements ControlOutcome {}

  /// Nothing of it was done, because of one property.
  record Refused(String property, Reason reason) implements ControlOutcome {}

  enum Reason {
    UNKNOWN_PROPERTY,
    READ_ONLY,
    WRONG_TYPE,
    OUT_OF_RANGE,
    /// A text that does not say what it should.
    MALFORMED,
    /// The protection has opened the relay; only a fresh switch-on may close it.
    TRIPPED
  }
}
