package io.sockettwin.flow;

/// A value that a condition looks at.
public sealed interface Field {
  String id();

  /// What the device last reported.
  record Property(String id) implements Field {}

  /// What the event says that is being judged.
  record Param(String id) implements Field {}
}
