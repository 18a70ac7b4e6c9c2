package io.sockettwin.socket;

import java.util.List;

/// What an input led to.
public record Step(SocketState state, List<SocketEffect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }
}
