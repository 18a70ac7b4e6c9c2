package io.sockettwin.service.trace;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Who looks at which devices right now.
@Singleton
class Audience {
  /// Everybody together; more are asked to come back later.
  static final int MAX_WATCHERS = 100;

  private final Map<DeviceKey, List<Consumer<Traced>>> watchers = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  boolean isEmpty() {
    return watchers.isEmpty();
  }

  boolean isWatching(DeviceKey device) {
    return watchers.containsKey(device);
  }

  /// Lets somebody look from now on.
  ///
  /// @return ends the watching; to be called once
  Runnable join(DeviceKey device, Consumer<Traced> watcher) {
    if (count.incrementAndGet() > MAX_WATCHERS) {
      count.decrementAndGet();
      throw Problem.of(
              ProblemCode.UNAVAILABLE, "Already " + MAX_WATCHERS + " look at devices: come back.")
          .refused();
    }
    watchers.compute(
        device,
        (_, those) -> {
          List<Consumer<Traced>> all = those == null ? new CopyOnWriteArrayList<>() : those;
          all.add(watcher);
          return all;
        });
    return () -> leave(device, watcher);
  }

  void show(DeviceKey device, Traced traced) {
    watchers.getOrDefault(device, List.of()).forEach(it -> it.accept(traced));
  }

  private void leave(DeviceKey device, Consumer<Traced> watcher) {
    count.decrementAndGet();
    watchers.computeIfPresent(
        device,
        (_, those) -> {
          those.remove(watcher);
          return those.isEmpty() ? null : those;
        });
  }
}
