package io.sockettwin.flow;

/// Compiles conditions written as texts.
public interface Expressions {

  Compiled compile(String text, Trigger trigger);

  /// A formula, or why there is none.
  sealed interface Compiled {
    record Ready(Formula formula) implements Compiled {}

    record Rejected(String reason) implements Compiled {}
  }
}
