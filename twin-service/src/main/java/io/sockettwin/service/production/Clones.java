package io.sockettwin.service.production;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Raises devices whose credentials two hold at once.
@Singleton
class Clones {
  private static final Logger LOG = Logger.getLogger(Clones.class);

  /// Devices whose latest connections are remembered, some 500 bytes each; who has been quiet
  /// longest is forgotten first.
  static final int MAX_DEVICES = 20_000;

  /// Findings on their way to the database. More are dropped: clones go on ousting each other.
  static final int MAX_WAITING = 1_000;

  private final DataSource database;
  private final Counter found;
  private final Counter dropped;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), Clones::thread);
  private final Map<DeviceKey, Holders> holders =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceKey, Holders> eldest) {
          return size() > MAX_DEVICES;
        }
      };

  Clones(DataSource database, MeterRegistry metrics) {
    this.database = database;
    found =
        Counter.builder("sockettwin.clones.found")
            .description("Takeovers by a second holder of the same credentials")
            .register(metrics);
    dropped =
        Counter.builder("sockettwin.clones.dropped")
            .description("Of these, not written down")
            .register(metrics);
    writer.setRejectedExecutionHandler((task, full) -> dropped.increment());
  }

  void connected(DeviceKey device, String address, Instant at) {
    remember(device, it -> it.connected(address, at));
  }

  void takenOver(DeviceKey device, Instant at) {
    remember(device, it -> it.takenOver(at))
        .evidence()
        .ifPresent(evidence -> {
          found.increment();
          writer.execute(() -> write(device, evidence, at));
        });
  }

  private Holders remember(DeviceKey device, UnaryOperator<Holders> happened) {
    synchronized (holders) {
      Holders after = happened.apply(holders.getOrDefault(device, Holders.NOBODY));
      holders.put(device, after);
      return after;
    }
  }

  private void write(DeviceKey device, String evidence, Instant at) {
    try {
      Sql.of(
              """
              insert into cloned_device (product_id, name, first_at, last_at, times, evidence)
              select product_id, name, ?, ?, 1, ? from device where product_id = ? and name = ?
              on conflict (product_id, name) do update set last_at = excluded.last_at,
                times = cloned_device.times + 1, evidence = excluded.evidence
              """,
              at,
              at,
              evidence,
              device.productId(),
              device.deviceName())
          .run(database);
      LOG.warnf("%s: two hold its credentials: %s", device, evidence);
    } catch (PersistenceException e) {
      dropped.increment();
      LOG.errorf("%s: a clone was not written down: %s", device, e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    writer.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().name("clones").daemon().unstarted(work);
  }
}
