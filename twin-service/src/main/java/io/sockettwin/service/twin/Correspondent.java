package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import java.time.Instant;

/// A feature that devices talk to about something other than their twin: actions, firmware,
/// sub-devices. The twins know it only as a bean of this type.
///
/// What it makes durable it does in transactions of its own, and answers after them with
/// [Twins#send]. A message that is lost on the way is not answered, and devices then ask again.
public interface Correspondent {

  /// Whether messages like this are its business.
  boolean hears(Message.Up message);

  /// Called after the commit of what the message meant for the twin, off the lanes, one by one for
  /// each device and in order. May wait for the database. An exception is counted and logged, and
  /// the device gets no answer.
  void receive(DeviceKey device, Message.Up message, Instant receivedAt);

  /// Whether it wants to know when this device leaves. Called on a lane's thread, so it must be
  /// quick.
  default boolean follows(DeviceKey device) {
    return false;
  }

  /// The session of a device it follows has ended. Called as [#receive] is.
  default void left(DeviceKey device, Instant at) {}
}
