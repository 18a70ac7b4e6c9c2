package io.sockettwin.agent.at;

import java.util.List;

/// What an input led to.
record AtStep(AtState state, List<AtEffect> effects) {
  AtStep {
    effects = List.copyOf(effects);
  }
}
