package io.sockettwin.agent.hardware;

import io.sockettwin.socket.Lamp;

/// The lamp. Told only when what it shows changes; the pattern is its own business.
public interface LampPort {
  void show(Lamp lamp);
}
