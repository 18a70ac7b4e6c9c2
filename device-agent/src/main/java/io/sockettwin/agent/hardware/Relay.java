package io.sockettwin.agent.hardware;

/// The contact between mains and load. Both calls return once the contact has been told to move.
public interface Relay {
  void open();

  void close();
}
