package io.sockettwin.mqttbroker.gate;

/// The host's answer to a CONNECT: whether the client may enter, and what it may do.
///
/// Called from a bounded pool of threads, never from the network threads, so an answer may wait for
/// a database or another server. An exception refuses the client with "service unavailable".
@FunctionalInterface
public interface Gate {

  Admission admit(Login login) throws Exception;

  /// The service has changed what this client may do: what the gate remembers of it is void.
  default void forget(String clientId) {}
}
