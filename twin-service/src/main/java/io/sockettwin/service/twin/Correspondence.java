package io.sockettwin.service.twin;

import io.quarkus.runtime.ShutdownEvent;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinEffect;
import io.sockettwin.wire.Message;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Leads messages to the correspondents on threads that may wait, each with the devices that fall
/// to it, so that nothing a feature does holds up a lane.
@Singleton
class Correspondence implements Participant {
  private static final Logger LOG = Logger.getLogger(Correspondence.class);

  private static final int DESKS = 2;

  /// Messages waiting at each desk, 64 KB each at most; beyond it they are dropped and counted.
  static final int MAX_WAITING = 500;

  private static final int STOP_SECONDS = 2;

  private final Instance<Correspondent> correspondents;
  private final TwinMetrics metrics;
  private final List<ThreadPoolExecutor> desks =
      IntStream.range(0, DESKS).mapToObj(Correspondence::desk).toList();

  /// Instances, as the correspondents themselves know the twins.
  Correspondence(@Any Instance<Correspondent> correspondents, TwinMetrics metrics) {
    this.correspondents = correspondents;
    this.metrics = metrics;
  }

  private static ThreadPoolExecutor desk(int number) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MAX_WAITING),
        Thread.ofPlatform().name("correspondence-" + number).daemon().factory());
  }

  @Override
  public String name() {
    return "correspondence";
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return this::advanced;
  }

  private void advanced(Advance advance, LaneTransaction transaction) {
    DeviceKey device = advance.device();
    for (TwinEffect effect : advance.step().effects()) {
      if (effect instanceof TwinEffect.HandOn(var message)) {
        transaction.afterCommit(() -> handOn(device, message, advance.at()));
      }
    }
    if (advance.before().presence().connected() && !advance.step().state().presence().connected()) {
      transaction.afterCommit(() -> left(device, advance.at()));
    }
  }

  private void handOn(DeviceKey device, Message.Up message, Instant receivedAt) {
    for (Correspondent correspondent : correspondents) {
      if (correspondent.hears(message)) {
        put(device, () -> correspondent.receive(device, message, receivedAt));
        return;
      }
    }
    metrics.dropped("no feature for it");
  }

  private void left(DeviceKey device, Instant at) {
    for (Correspondent correspondent : correspondents) {
      if (correspondent.follows(device)) {
        put(device, () -> correspondent.left(device, at));
      }
    }
  }

  private void put(DeviceKey device, Runnable work) {
    try {
      desks.get(Math.floorMod(device.hashCode(), DESKS)).execute(() -> run(device, work));
    } catch (RejectedExecutionException e) {
      metrics.dropped("too many at once for a feature");
    }
  }

  private void run(DeviceKey device, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s: a feature failed", device);
      metrics.dropped("failed in a feature");
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    desks.forEach(ThreadPoolExecutor::shutdownNow);
    for (ThreadPoolExecutor desk : desks) {
      var _ = desk.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
  }
}
