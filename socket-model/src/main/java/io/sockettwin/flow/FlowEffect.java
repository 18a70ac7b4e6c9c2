package io.sockettwin.flow;

import java.time.Instant;

/// What follows from a step, in this order. Episodes of a flow and device are numbered from 1.
public sealed interface FlowEffect {
  long episode();

  /// An episode began.
  ///
  /// @param at when it began, in the device's time
  /// @param reason what held, with the values
  record Raised(long episode, Instant at, String reason) implements FlowEffect {}

  /// The filter came true again, or another event hit.
  ///
  /// @param hits including the first
  record Repeated(long episode, Instant at, long hits) implements FlowEffect {}

  record Cleared(long episode, Instant at, String reason) implements FlowEffect {}
}
