package io.sockettwin.service.action;

import java.util.List;

/// The way of a message to many devices.
public interface BroadcastLink {

  /// Takes a message for all these topics, and sends it as fast as the broker takes it, so that the
  /// answers to devices are not held up. Refuses with a problem while it is busy with too many.
  void send(List<String> topics, byte[] payload);
}
