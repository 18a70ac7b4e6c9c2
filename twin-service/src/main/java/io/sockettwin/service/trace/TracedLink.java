package io.sockettwin.service.trace;

import io.sockettwin.service.twin.DeviceLink;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Topic;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.time.Instant;

/// Overhears what is said to devices.
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class TracedLink implements DeviceLink {
  private final DeviceLink devices;
  private final Traces traces;

  TracedLink(@Delegate @Any DeviceLink devices, Traces traces) {
    this.devices = devices;
    this.traces = traces;
  }

  @Override
  public void send(String topic, byte[] payload, int qos) {
    note(topic, payload);
    devices.send(topic, payload, qos);
  }

  @Override
  public void answer(DeviceKey device, String topic, byte[] payload) {
    note(topic, payload);
    devices.answer(device, topic, payload);
  }

  @Override
  public void together(Runnable sends) {
    devices.together(sends);
  }

  private void note(String topic, byte[] payload) {
    if (!traces.isIdle()) {
      Topic.parse(topic)
          .ifPresent(it -> traces.note(new Overheard.Down(it, payload, Instant.now())));
    }
  }
}
