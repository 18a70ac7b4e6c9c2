package io.sockettwin.flow;

/// A condition written as a text, compiled outside the core.
public interface Formula {

  /// Whether it holds; a formula that misses a value does not. Quick, and the same for the same
  /// arguments.
  boolean holds(Facts facts);
}
