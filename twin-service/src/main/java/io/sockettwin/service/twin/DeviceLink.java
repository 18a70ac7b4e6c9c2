package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;

/// The way to the devices.
public interface DeviceLink {

  /// Sends without waiting. While the broker is away, or too slow, messages are dropped and
  /// counted: a device that gets no answer asks again, and what must arrive is kept elsewhere.
  ///
  /// @param qos 0 or 1
  void send(String topic, byte[] payload, int qos);

  /// Answers a connected device with QoS 0; a faster way than [#send] if there is one.
  void answer(DeviceKey device, String topic, byte[] payload);

  /// Runs it; what it sends and acknowledges leaves together at its end.
  void together(Runnable sends);
}
