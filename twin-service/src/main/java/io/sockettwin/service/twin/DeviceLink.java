package io.sockettwin.service.twin;

/// The way to the devices.
public interface DeviceLink {

  /// Sends without waiting. While the broker is away, or too slow, messages are dropped and
  /// counted: a device that gets no answer asks again, and what must arrive is kept elsewhere.
  ///
  /// @param qos 0 or 1
  void send(String topic, byte[] payload, int qos);
}
