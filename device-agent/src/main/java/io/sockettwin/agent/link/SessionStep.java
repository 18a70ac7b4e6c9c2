package io.sockettwin.agent.link;

import java.util.List;

/// What an input led to.
public record SessionStep(SessionState state, List<LinkEffect> effects) {
  public SessionStep {
    effects = List.copyOf(effects);
  }
}
