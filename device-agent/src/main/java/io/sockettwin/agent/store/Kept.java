package io.sockettwin.agent.store;

import io.sockettwin.socket.Memory;

/// One thing that is kept; a newer one of the same kind takes its place.
public sealed interface Kept {

  /// The total, which changes all the time while something is switched on.
  record Energy(long milliwattHours) implements Kept {}

  /// All else, which changes when somebody does something.
  record Remembered(Memory memory) implements Kept {}
}
