package io.sockettwin.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A flow and a device.
///
/// @param memory must not be forgotten; the rest is made up for after a restart
/// @param due when the device's clock shows this, something may come true or end by itself
public record FlowState(Memory memory, @Nullable Instant due) {
  /// Judged at the next opportunity.
  private static final Instant AT_ONCE = Instant.MIN;

  /// A device that the flow has not met.
  public static final FlowState NEW = new FlowState(Memory.NONE, AT_ONCE);

  /// After a restart, or when the flow was changed.
  public static FlowState remembered(Memory memory) {
    return new FlowState(memory, AT_ONCE);
  }

  boolean isDueAtOnce() {
    return AT_ONCE.equals(due);
  }
}
