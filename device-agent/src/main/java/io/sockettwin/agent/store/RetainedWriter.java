package io.sockettwin.agent.store;

import io.sockettwin.socket.Memory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what must survive a loss of power on a thread of its own, because a flash card may take
/// its time and the protection must not wait for it. Of several that wait only the newest is
/// written; what could not be written is tried again.
public final class RetainedWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RetainedWriter.class);
  private static final Duration FLUSH_TIME = Duration.ofSeconds(10);
  private static final Duration RETRY_TIME = Duration.ofSeconds(10);

  private final EnergyStore energyStore;
  private final MemoryFile memoryFile;
  private final AtomicReference<@Nullable Long> energy = new AtomicReference<>();
  private final AtomicReference<@Nullable Memory> memory = new AtomicReference<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retained-writer").factory());
  private volatile boolean failing;

  public RetainedWriter(EnergyStore energyStore, MemoryFile memoryFile) {
    this.energyStore = energyStore;
    this.memoryFile = memoryFile;
  }

  public void storeEnergy(long milliwattHours) {
    energy.set(milliwattHours);
    schedule(Duration.ZERO);
  }

  public void remember(Memory next) {
    memory.set(next);
    schedule(Duration.ZERO);
  }

  public void eraseAll() {
    storeEnergy(0);
    remember(Memory.NOTHING);
  }

  /// Whether what was to be stored last could not be.
  public boolean failing() {
    return failing;
  }

  /// Writes what is still waiting, then closes the store.
  @Override
  public void close() {
    try {
      thread.submit(this::write).get(FLUSH_TIME.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("what must survive a loss of power could not be written in time: {}", e.toString());
    }
    thread.shutdownNow();
    energyStore.close();
  }

  private void schedule(Duration delay) {
    if (scheduled.compareAndSet(false, true)) {
      var _ = thread.schedule(this::write, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void write() {
    scheduled.set(false);
    Memory nextMemory = memory.getAndSet(null);
    Long nextEnergy = energy.getAndSet(null);
    try {
      if (nextMemory != null) {
        memoryFile.store(nextMemory);
      }
      if (nextEnergy != null) {
        energyStore.store(nextEnergy);
      }
      if (failing) {
        LOG.info("what must survive a loss of power is being stored again");
      }
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn("what must survive a loss of power cannot be stored: {}", e.toString());
      }
      failing = true;
      // Unless newer ones have come meanwhile.
      memory.compareAndSet(null, nextMemory);
      energy.compareAndSet(null, nextEnergy);
      schedule(RETRY_TIME);
    }
  }
}
