package io.sockettwin.service.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What the history needs from time to time: tables for new products, roll-ups, partitions made
/// ahead and dropped when their time is over. One thread; what fails is tried again the next time.
@Singleton
class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class);

  /// After the schema and before the lanes.
  private static final int BEFORE_LANES = Interceptor.Priority.LIBRARY_BEFORE - 60;

  /// How soon a new product has its tables, unless a report comes first.
  private static final Duration ROUND = Duration.ofSeconds(1);

  private static final Duration SWEEP_EVERY = Duration.ofHours(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final Layouts layouts;
  private final LegacyRows legacy;
  private final RollUps rollUps;
  private final Retention retention;
  private final TelemetryMetrics metrics;
  private final TelemetryConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  Upkeep(
      Layouts layouts,
      LegacyRows legacy,
      RollUps rollUps,
      Retention retention,
      TelemetryMetrics metrics,
      TelemetryConfig config) {
    this.layouts = layouts;
    this.legacy = legacy;
    this.rollUps = rollUps;
    this.retention = retention;
    this.metrics = metrics;
    this.config = config;
  }

  void start(@Observes @Priority(BEFORE_LANES) StartupEvent event) throws SQLException {
    legacy.move();
    thread = Thread.ofPlatform().name("history-upkeep").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    if (thread != null) {
      thread.join(STOP_PATIENCE);
    }
  }

  private void run() {
    Instant nextSweep = Instant.MIN;
    Instant nextRollUp = Instant.now().plus(config.rollUpEvery());
    try {
      do {
        Instant now = Instant.now();
        attempt("tables", layouts::renewChanged);
        if (!now.isBefore(nextSweep) && attempt("retention", () -> retention.sweep(now))) {
          nextSweep = now.plus(SWEEP_EVERY);
        }
        if (!now.isBefore(nextRollUp) && attempt("roll-up", this::rollUp)) {
          nextRollUp = now.plus(config.rollUpEvery());
        }
      } while (!stopped.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Task {
    void run() throws SQLException;
  }

  private boolean attempt(String name, Task task) {
    try {
      task.run();
      return true;
    } catch (SQLException | RuntimeException e) {
      metrics.failed(name);
      LOG.warnf("History: %s failed and is tried again: %s", name, e.getMessage());
      LOG.debug("It failed here", e);
      return false;
    }
  }

  /// All that has arrived until now.
  void rollUp() throws SQLException {
    Instant now = Instant.now();
    for (String productId : layouts.renewChanged()) {
      var layout = layouts.of(productId);
      while (layout.isPresent() && !isStopped()) {
        long began = System.nanoTime();
        boolean more = rollUps.roll(layout.get());
        metrics.rolledUp(Duration.ofNanos(System.nanoTime() - began));
        if (!more) {
          break;
        }
      }
    }
    metrics.upToDate(now);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
