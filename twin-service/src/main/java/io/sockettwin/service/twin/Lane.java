package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The single thread that owns the twins of its devices: takes what waits, makes it durable in one
/// transaction, and then lets its effects out. While one batch commits the next one gathers, so
/// batches grow with the load and an idle lane adds no delay.
final class Lane implements Runnable {
  private static final Logger LOG = Logger.getLogger(Lane.class);

  /// Messages of 200 bytes typically, 64 KB at most.
  static final int MAX_WAITING = 2_000;

  static final int MAX_BATCH = 500;

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  /// A moment at which a device wants to be woken.
  record Alarm(Instant at, DeviceKey device) {}

  private final BlockingQueue<Job> inbox = new ArrayBlockingQueue<>(MAX_WAITING);
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparing(Alarm::at));
  private final Batch batch;
  private volatile boolean stopping;

  Lane(Batch batch) {
    this.batch = batch;
  }

  /// Waits while the lane is full.
  void put(Job job) {
    try {
      inbox.put(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while handing over " + job.device(), e);
    }
  }

  void stop() {
    stopping = true;
  }

  int waiting() {
    return inbox.size();
  }

  @Override
  public void run() {
    List<Job> jobs = new ArrayList<>(MAX_BATCH);
    while (!stopping) {
      try {
        gather(jobs);
        carryOut(jobs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        jobs.clear();
      }
    }
  }

  private void gather(List<Job> jobs) throws InterruptedException {
    Job first = inbox.poll(untilNextAlarm().toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      jobs.add(first);
      inbox.drainTo(jobs, MAX_BATCH - 1);
    }
    Instant now = Instant.now();
    for (Alarm due = due(now); due != null; due = due(now)) {
      jobs.add(new Job.Happened(due.device(), new TwinInput.WakeUp(), now, () -> {}));
    }
  }

  private Duration untilNextAlarm() {
    Alarm next = alarms.peek();
    Duration wait = next == null ? IDLE : Duration.between(Instant.now(), next.at());
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(IDLE) > 0 ? IDLE : wait;
  }

  private @Nullable Alarm due(Instant now) {
    Alarm next = alarms.peek();
    return next == null || next.at().isAfter(now) ? null : alarms.poll();
  }

  /// Tries until the database takes it: nothing is dropped, and the full inbox holds the rest back.
  private void carryOut(List<Job> jobs) throws InterruptedException {
    Duration retry = FIRST_RETRY;
    while (!jobs.isEmpty() && !stopping) {
      try {
        alarms.addAll(batch.carryOut(jobs));
        return;
      } catch (SQLException e) {
        batch.forgetAll();
        if (isAboutData(e)) {
          oneByOne(jobs, e);
          return;
        }
        LOG.warnf("The database does not take a batch, trying again: %s", e.getMessage());
        Thread.sleep(retry.toMillis() + ThreadLocalRandom.current().nextLong(retry.toMillis()));
        retry =
            retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
      } catch (RuntimeException e) {
        batch.forgetAll();
        oneByOne(jobs, e);
        return;
      }
    }
  }

  /// One message that cannot be kept must not take the others with it, nor stop the lane.
  private void oneByOne(List<Job> jobs, Exception cause) throws InterruptedException {
    if (jobs.size() == 1) {
      LOG.errorf(cause, "%s: cannot be kept and is dropped", jobs.getFirst().device());
      batch.drop(jobs.getFirst());
      return;
    }
    for (Job job : jobs) {
      carryOut(List.of(job));
    }
  }

  /// Whether the same statement would fail for ever: SQLSTATE classes 22 (data) and 23
  /// (constraint).
  private static boolean isAboutData(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
