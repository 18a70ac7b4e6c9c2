package io.sockettwin.agent.hardware.pi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A pin that was taken, as something that is active or not, whichever level that is.
interface Contact extends AutoCloseable {

  /// Drives an output.
  void set(boolean active) throws IOException;

  boolean isActive() throws IOException;

  /// The changes of an input within this time, if any: true for each that made it active.
  List<Boolean> changes(Duration within) throws IOException;

  /// Gives the pin back.
  @Override
  void close() throws IOException;
}
