package io.sockettwin.loadsim.fleet;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.wire.Message;

/// The way of one virtual socket to the service, and what can be wrong with it. No call comes back
/// to the socket before it has returned.
public interface Link {

  /// Ends in [LinkInput.Connected] or a loss.
  void connect();

  /// Ends in [LinkInput.Subscribed] or a loss.
  void subscribe();

  void publish(Message.Up message, long delayNanos);

  void hangUp();

  /// Gives this input back with [VirtualSocket#toldLate] after some time.
  void later(LinkInput input, long delayNanos);

  /// The connection is reset; the socket is told.
  void reset();

  /// The socket's end is gone without a word to anybody.
  void vanish();

  void stall(Stall stall);

  /// Somebody else logs in with the same identity.
  void usurp();

  /// Publishes bytes in the place of a report.
  void babble(byte[] payload);

  /// What of an open connection does not work.
  enum Stall {
    NOTHING,
    RECEIVING,
    EVERYTHING
  }
}
