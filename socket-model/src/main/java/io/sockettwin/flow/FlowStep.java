package io.sockettwin.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The state after an input, and what follows from it.
///
/// @param wakeAt when a [FlowInput.WakeUp] is due if nothing comes before
public record FlowStep(FlowState state, List<FlowEffect> effects, Optional<Instant> wakeAt) {
  public FlowStep {
    effects = List.copyOf(effects);
  }
}
