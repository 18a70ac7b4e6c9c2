package io.sockettwin.agent.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the energy total on a thread of its own, because a flash card may take its time and the
/// protection must not wait for it. Of several totals waiting only the newest is written.
public final class EnergyWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EnergyWriter.class);
  private static final Duration FLUSH_TIME = Duration.ofSeconds(10);

  private final EnergyStore store;
  private final AtomicReference<@Nullable Long> waiting = new AtomicReference<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("energy-writer").factory());
  private boolean failing;

  public EnergyWriter(EnergyStore store) {
    this.store = store;
  }

  public void store(long milliwattHours) {
    if (waiting.getAndSet(milliwattHours) == null) {
      thread.execute(this::write);
    }
  }

  /// Writes what is still waiting, then closes the store.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(FLUSH_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the energy total could not be written in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }

  private void write() {
    Long newest = waiting.getAndSet(null);
    if (newest == null) {
      return;
    }
    try {
      store.store(newest);
      if (failing) {
        LOG.info("the energy total is being stored again");
      }
      failing = false;
    } catch (IOException e) {
      // The next total comes within a minute of use: trying again is its business.
      if (!failing) {
        LOG.warn("the energy total cannot be stored: {}", e.toString());
      }
      failing = true;
    }
  }
}
