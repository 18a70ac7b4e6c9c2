package io.sockettwin.service.gateway;

import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.gateway.SubDevices.Ended;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The presence of sub-devices, which is what their gateway says of them: they come with it, and go
/// with it or with its connection.
@Singleton
class SubDeviceSessions {
  private final SubDevices subDevices;
  private final Twins twins;

  /// Gateways that hold sessions for sub-devices.
  private final Set<DeviceKey> active = ConcurrentHashMap.newKeySet();

  SubDeviceSessions(SubDevices subDevices, Twins twins) {
    this.subDevices = subDevices;
    this.twins = twins;
  }

  /// Before the channels connect, which tell of the gateways that left meanwhile.
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE - 60) StartupEvent event) {
    active.addAll(subDevices.activeGateways());
  }

  /// Sessions are numbered by the time of their begin, as the broker does it, in microseconds.
  GatewayResult begin(DeviceKey gateway, DeviceKey device, Instant at) {
    long session =
        TimeUnit.SECONDS.toMicros(at.getEpochSecond())
            + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    if (subDevices.session(device, gateway, session).isEmpty()) {
      return GatewayResult.NOT_BOUND_TO_THIS_GATEWAY;
    }
    active.add(gateway);
    twins.note(device, new TwinInput.Connected(session), at);
    return GatewayResult.OK;
  }

  GatewayResult end(DeviceKey gateway, DeviceKey device, Instant at) {
    Optional<Long> session = subDevices.session(device, gateway, 0);
    session.ifPresent(it -> gone(new Ended(device, it), at));
    return session.isPresent() ? GatewayResult.OK : GatewayResult.NOT_BOUND_TO_THIS_GATEWAY;
  }

  boolean isHeldBy(DeviceKey gateway) {
    return active.contains(gateway);
  }

  void endAll(DeviceKey gateway, Instant at) {
    active.remove(gateway);
    subDevices.endAll(gateway).forEach(ended -> gone(ended, at));
  }

  void gone(Ended ended, Instant at) {
    if (ended.session() > 0) {
      twins.note(
          ended.device(), new TwinInput.Disconnected(ended.session(), "its gateway left it"), at);
    }
  }
}
