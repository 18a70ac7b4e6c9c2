package io.sockettwin.agent.store;

import io.sockettwin.socket.Memory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what is to be kept on a thread of its own, because a flash card may take its time and the
/// protection must not wait for it. Of several things of a kind waiting only the newest is written.
public final class RetainedWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RetainedWriter.class);

  /// Bounds the wear whatever happens: a cloud that switches for ever would go on as fast as the
  /// disk. Energy does not wait for it: physics bounds that to one write in 2.5 s, and what is not
  /// written is lost with the power.
  static final long PAUSE_MILLISECONDS = 1_000;

  private static final long RETRY_MILLISECONDS = 10_000;
  private static final long FLUSH_SECONDS = 10;

  private final RetainedStore store;
  private final Map<Class<?>, Kept> waiting = new LinkedHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retained-writer").factory());
  private boolean erasing;
  private boolean planned;
  private boolean writing;
  private boolean failing;
  private long restsUntilNanos = System.nanoTime();

  public RetainedWriter(RetainedStore store) {
    this.store = store;
  }

  public synchronized void storeEnergy(long milliwattHours) {
    store(new Kept.Energy(milliwattHours));
    if (!failing) {
      thread.execute(this::write);
    }
  }

  public synchronized void remember(Memory memory) {
    store(new Kept.Remembered(memory));
  }

  /// Whether what was to be stored last could not be.
  public synchronized boolean failing() {
    return failing;
  }

  private void store(Kept kept) {
    waiting.put(kept.getClass(), kept);
    plan();
  }

  /// Erases all that was stored before this.
  public synchronized void eraseAll() {
    waiting.clear();
    erasing = true;
    plan();
  }

  /// Writes what is still waiting, then closes the store.
  @Override
  public void close() {
    try {
      thread.submit(this::write).get(FLUSH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      LOG.warn("what is to be kept could not be written in time");
    }
    thread.shutdown();
    try {
      store.close();
    } catch (IOException e) {
      LOG.warn("the store did not close: {}", e.toString());
    }
  }

  /// What comes during a write is planned at its end.
  private void plan() {
    if (!planned && !writing && !thread.isShutdown()) {
      planned = true;
      long rest = Math.max(0, restsUntilNanos - System.nanoTime());
      var _ = thread.schedule(this::writeAsPlanned, rest, TimeUnit.NANOSECONDS);
    }
  }

  private void writeAsPlanned() {
    synchronized (this) {
      planned = false;
      if (System.nanoTime() - restsUntilNanos < 0) {
        // Energy was written meanwhile.
        plan();
        return;
      }
      writing = true;
    }
    write();
  }

  private void write() {
    boolean erase;
    Map<Class<?>, Kept> things;
    synchronized (this) {
      erase = erasing;
      things = new LinkedHashMap<>(waiting);
      if (!erase && things.isEmpty()) {
        writing = false;
        return;
      }
      erasing = false;
      waiting.clear();
      writing = true;
    }
    try {
      if (erase) {
        store.eraseAll();
      }
      if (!things.isEmpty()) {
        store.store(List.copyOf(things.values()));
      }
      succeeded();
    } catch (IOException e) {
      failed(erase, things, e);
    }
  }

  private synchronized void succeeded() {
    if (failing) {
      LOG.info("what is to be kept is being stored again");
    }
    failing = false;
    rest(PAUSE_MILLISECONDS);
  }

  private synchronized void failed(boolean erase, Map<Class<?>, Kept> things, IOException e) {
    if (!failing) {
      LOG.warn("what is to be kept cannot be stored: {}", e.toString());
    }
    failing = true;
    if (!erasing) {
      // What came meanwhile is newer, unless it was told to forget.
      things.forEach(waiting::putIfAbsent);
    }
    erasing |= erase;
    rest(RETRY_MILLISECONDS);
  }

  /// Until then nothing is written, not even what came during the write that has just ended.
  private void rest(long milliseconds) {
    writing = false;
    restsUntilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    if (erasing || !waiting.isEmpty()) {
      plan();
    }
  }
}
