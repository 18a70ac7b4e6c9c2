package io.sockettwin.service.timer;

import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;

/// The appointments of the next moments, in memory. Only a reminder: what is to be done stands in
/// the database, and what is forgotten here is found there again.
@Singleton
class Near {
  /// About a hundred bytes each; the others stay in the database until there is room.
  static final int MAX_APPOINTMENTS = 20_000;

  private final DelayQueue<Appointment> appointments = new DelayQueue<>();

  /// Devices that were called, and how often.
  private final Map<DeviceKey, Integer> called = new ConcurrentHashMap<>();

  int room() {
    return Math.max(0, MAX_APPOINTMENTS - appointments.size());
  }

  int size() {
    return appointments.size();
  }

  void add(Collection<Appointment> more) {
    appointments.addAll(more);
  }

  /// Waits for the next one; its device counts as called until it is [#served].
  Appointment take() throws InterruptedException {
    Appointment due = appointments.take();
    called.merge(due.device(), 1, Integer::sum);
    return due;
  }

  /// Whether any device is: mostly not, and every batch of a lane asks.
  boolean isAnyCalled() {
    return !called.isEmpty();
  }

  boolean isCalled(DeviceKey device) {
    return called.containsKey(device);
  }

  void served(DeviceKey device, int times) {
    called.computeIfPresent(device, (_, calls) -> calls > times ? calls - times : null);
  }
}
