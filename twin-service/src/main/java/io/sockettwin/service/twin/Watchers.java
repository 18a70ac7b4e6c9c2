package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Who wants to hear of a device's twin after each committed change.
@Singleton
class Watchers {
  private final Map<DeviceKey, List<Consumer<TwinState>>> watchers = new ConcurrentHashMap<>();

  /// Calls the watcher on a lane's thread, so it must be quick.
  ///
  /// @return ends the watching
  Runnable watch(DeviceKey device, Consumer<TwinState> watcher) {
    watchers.compute(
        device,
        (_, those) -> {
          List<Consumer<TwinState>> all = those == null ? new CopyOnWriteArrayList<>() : those;
          all.add(watcher);
          return all;
        });
    return () ->
        watchers.computeIfPresent(
            device,
            (_, those) -> {
              those.remove(watcher);
              return those.isEmpty() ? null : those;
            });
  }

  void changed(DeviceKey device, TwinState state) {
    List<Consumer<TwinState>> those = watchers.get(device);
    if (those != null) {
      those.forEach(watcher -> watcher.accept(state));
    }
  }
}
