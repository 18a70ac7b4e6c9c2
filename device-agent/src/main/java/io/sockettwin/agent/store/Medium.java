package io.sockettwin.agent.store;

import java.io.IOException;

/// A fixed number of bytes that survive a loss of power.
interface Medium extends AutoCloseable {

  int size();

  byte[] read() throws IOException;

  /// Puts bytes in the place of others; they are safe when this returns. A loss of power meanwhile
  /// leaves any mixture of old and new in that place, and all else as it was.
  void write(int at, byte[] bytes) throws IOException;

  @Override
  void close() throws IOException;
}
