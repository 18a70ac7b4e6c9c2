package io.sockettwin.loadsim.fleet;

import io.sockettwin.socket.Memory;
import io.sockettwin.socket.Retained;

/// What a socket's storage holds: the newest record, and the one before it, which is what is left
/// when the newest is torn.
record Flash(Retained newest, Retained before, boolean worn) {

  static final Flash EMPTY = new Flash(Retained.NOTHING, Retained.NOTHING, false);

  Flash stored(long milliwattHours) {
    return written(new Retained(milliwattHours, newest.memory()));
  }

  Flash remembered(Memory memory) {
    return written(new Retained(newest.energyMilliwattHours(), memory));
  }

  Flash erased() {
    return new Flash(Retained.NOTHING, Retained.NOTHING, worn);
  }

  /// The power went in the middle of the last write.
  Flash torn() {
    return new Flash(before, before, worn);
  }

  Flash withWorn(boolean isWorn) {
    return new Flash(newest, before, isWorn);
  }

  private Flash written(Retained next) {
    return worn ? this : new Flash(next, newest, false);
  }
}
