package io.sockettwin.firmware;

import io.sockettwin.socket.SocketEffect;
import java.util.List;

/// What an input led to.
public record FirmwareStep(FirmwareState state, List<SocketEffect> effects) {
  public FirmwareStep {
    effects = List.copyOf(effects);
  }
}
