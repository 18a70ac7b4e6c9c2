package io.sockettwin.agent.hardware;

/// All parts of a socket together.
public interface Hardware extends AutoCloseable {

  Relay relay();

  LampPort lamp();

  /// Lets meter and button speak from now on.
  void start(Signals signals);

  @Override
  void close();
}
