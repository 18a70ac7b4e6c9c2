package io.sockettwin.twin;

import java.util.List;

/// The state after an input, and what follows from it.
public record TwinStep(TwinState state, List<TwinEffect> effects) {
  public TwinStep {
    effects = List.copyOf(effects);
  }
}
