package io.sockettwin.mqttbroker.gate;

import java.util.List;

/// The program that the broker runs inside of, when it takes what devices say itself. Then no queue
/// and no session stand between: a device's message is acknowledged when the host has committed it,
/// and not before.
///
/// All calls come from network threads, of one device in the order of its doing, and must not
/// block. The broker limits what is under way by not reading on from the devices that send more.
public interface Host {

  /// Topic filters of what it takes; the rest goes the broker's usual way.
  List<String> filters();

  /// A device said something on a topic that is its own.
  ///
  /// @param receivedMicroseconds as [Receipt] tells it
  /// @param committed to be run, by any thread, when the message needs no other attempt
  void heard(String topic, byte[] payload, long receivedMicroseconds, Runnable committed);

  /// A session began or ended, or all of them did.
  ///
  /// @param topic as [SessionNotice] tells it
  /// @param committed to be run, by any thread, when it needs no other attempt
  void noticed(String topic, SessionNotice notice, Runnable committed);
}
