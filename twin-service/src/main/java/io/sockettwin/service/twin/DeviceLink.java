package io.sockettwin.service.twin;

/// The way to the devices.
public interface DeviceLink {

  /// Sends without waiting. While the broker is away messages wait up to a limit; beyond it they
  /// are dropped and counted, as a device that gets no answer asks again.
  ///
  /// @param qos 0 or 1
  void send(String topic, byte[] payload, int qos);
}
