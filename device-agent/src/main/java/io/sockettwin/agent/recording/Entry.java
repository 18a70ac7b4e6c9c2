package io.sockettwin.agent.recording;

import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.time.Instant;
import java.util.List;

/// One step: what happened when, and what the machine wanted done.
public record Entry(Instant at, SocketInput input, List<SocketEffect> effects) {
  public Entry {
    effects = List.copyOf(effects);
  }
}
