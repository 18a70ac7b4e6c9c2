package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// When to wake which device, one moment for each: as many as there are devices with something
/// open.
final class Alarms {
  private record Alarm(Instant at, DeviceKey device) {}

  private final Map<DeviceKey, Alarm> byDevice = new HashMap<>();
  private final TreeSet<Alarm> inOrder =
      new TreeSet<>(
          Comparator.comparing(Alarm::at)
              .thenComparing(it -> it.device().productId())
              .thenComparing(it -> it.device().deviceName()));

  /// Replaces what was set for the device; empty removes it.
  void set(DeviceKey device, Optional<Instant> at) {
    at.map(moment -> new Alarm(moment, device))
        .ifPresentOrElse(alarm -> replace(device, alarm), () -> replace(device, null));
  }

  private void replace(DeviceKey device, @Nullable Alarm next) {
    Alarm old = next == null ? byDevice.remove(device) : byDevice.put(device, next);
    if (old != null) {
      inOrder.remove(old);
    }
    if (next != null) {
      inOrder.add(next);
    }
  }

  Optional<Instant> next() {
    return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first().at());
  }

  /// Takes one device out whose moment has come.
  Optional<DeviceKey> takeDue(Instant now) {
    if (inOrder.isEmpty() || inOrder.first().at().isAfter(now)) {
      return Optional.empty();
    }
    DeviceKey device = inOrder.first().device();
    replace(device, null);
    return Optional.of(device);
  }

  int size() {
    return byDevice.size();
  }
}
