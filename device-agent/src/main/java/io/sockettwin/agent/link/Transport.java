package io.sockettwin.agent.link;

import io.sockettwin.wire.Message;

/// What carries a session. No call blocks or throws because of the network; what comes of it is
/// told as [LinkInput]s.
public interface Transport extends AutoCloseable {

  void connect();

  void subscribe();

  void publish(Message.Up message);

  void hangUp();

  @Override
  void close();
}
