package io.sockettwin.loadsim.fleet;

import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.time.Instant;
import java.util.List;

/// Sees what happens to the machines of a fleet, in order.
public interface Trace {

  Trace NONE = (member, now, input, effects) -> {};

  void step(Member member, Instant now, SocketInput input, List<SocketEffect> effects);
}
