package io.sockettwin.agent.link;

import io.sockettwin.socket.SocketEffect;
import io.sockettwin.wire.Message;
import java.time.Duration;

/// Everything that can happen to the session.
public sealed interface LinkInput {

  /// The agent runs; always the first input.
  record Started() implements LinkInput {}

  /// The service has accepted the login.
  record Connected() implements LinkInput {}

  /// The service will send what is meant for us.
  record Subscribed() implements LinkInput {}

  record Received(Message.Down message) implements LinkInput {}

  /// The connection is gone, or could not be made.
  ///
  /// @param jitter a random number from 0 to 1, for the delay of the next attempt
  record Lost(Loss loss, double jitter) implements LinkInput {}

  /// The network is there again: an attempt need not wait for its time.
  record NetworkBack() implements LinkInput {}

  /// The socket has something to tell.
  ///
  /// @param correction what makes the socket's time the wall clock's
  record Said(SocketEffect.ToCloud words, Duration correction) implements LinkInput {}

  /// The time in [SessionState#wakeAt()] has come.
  record WakeUp() implements LinkInput {}
}
