package io.sockettwin.agent.link;

import io.sockettwin.socket.SocketInput;
import io.sockettwin.wire.Message;

/// Everything the session can want done.
public sealed interface LinkEffect {

  /// Open a connection and log in. Ends in `Connected` or `Lost`.
  record Connect() implements LinkEffect {}

  /// Subscribe to what the service tells this device. Ends in `Subscribed` or `Lost`.
  record Subscribe() implements LinkEffect {}

  record Publish(Message.Up message) implements LinkEffect {}

  /// Give up the connection; what it still says is not listened to.
  record HangUp() implements LinkEffect {}

  record Tell(SocketInput input) implements LinkEffect {}

  record StatusChanged(LinkStatus status) implements LinkEffect {}

  /// Something the owner may want to know. Safe to log.
  record Warn(String text) implements LinkEffect {}
}
