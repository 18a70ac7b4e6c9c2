package io.sockettwin.agent.hardware;

/// Where hardware says what happened. Calls never block; those of one part come from one thread.
public interface Signals {

  /// Bytes from the meter's line, as they came.
  void meterBytes(byte[] bytes);

  void buttonPressed();

  void buttonReleased();
}
