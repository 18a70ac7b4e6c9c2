package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The single thread that owns the twins of its devices: takes what waits, makes it durable in one
/// transaction, and then lets its effects out. While one batch commits the next one gathers, and
/// batches begin no closer to each other than the window, so they grow with the load; a lane that
/// was idle adds no delay.
final class Lane implements Runnable {
  private static final Logger LOG = Logger.getLogger(Lane.class);

  /// Messages of 200 bytes typically, 64 KB at most.
  static final int MAX_WAITING = 4_000;

  static final int MAX_BATCH = 1_000;

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration CONFLICT_RETRY = Duration.ofMillis(5);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  private final BlockingQueue<Job> inbox = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Alarms alarms = new Alarms();
  private final LaneClock clock = new LaneClock();
  private final Seats seats;
  private final Batch batch;
  private final TwinMetrics metrics;
  private final long windowNanos;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile int armed;

  /// When the last batch began; the lane's own.
  private long began;

  Lane(Seats seats, Batch batch, TwinMetrics metrics, Duration window) {
    this.seats = seats;
    this.batch = batch;
    this.metrics = metrics;
    this.windowNanos = window.toNanos();
    this.began = System.nanoTime() - windowNanos;
  }

  /// To be called before the lane runs.
  void wakeAt(DeviceKey device, Instant at) {
    alarms.set(device, Optional.of(at));
    armed = alarms.size() + seats.armed();
  }

  /// To be called before the lane runs.
  void seat(List<Participant> participants, Connection connection) throws SQLException {
    participants.forEach(seats::join);
    seats.start(connection);
    armed = alarms.size() + seats.armed();
  }

  /// Waits while the lane is full. A lane that has stopped takes nothing; what it did not take was
  /// not acknowledged and comes again.
  void put(Job job) throws InterruptedException {
    boolean taken = false;
    while (!taken && !isStopped()) {
      taken = offer(job, IDLE);
    }
  }

  /// Waits so long at most while the lane is full.
  ///
  /// @return whether the lane took it
  boolean offer(Job job, Duration patience) throws InterruptedException {
    return inbox.offer(job, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop() {
    stopped.countDown();
  }

  int waiting() {
    return inbox.size();
  }

  int armed() {
    return armed;
  }

  @Override
  public void run() {
    List<Job> jobs = new ArrayList<>(MAX_BATCH);
    try {
      while (!isStopped()) {
        gather(jobs);
        if (!jobs.isEmpty()) {
          began = System.nanoTime();
          carryOut(jobs);
        }
        jobs.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void gather(List<Job> jobs) throws InterruptedException {
    Job first = inbox.poll(untilNextAlarm().toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      jobs.add(first);
      inbox.drainTo(jobs, MAX_BATCH - 1);
      gatherMore(jobs);
    }
    Instant wallClock = Instant.now();
    if (!jobs.isEmpty() && jobs.getLast() instanceof Job.Heard(_, var arrival)) {
      clock.heard(arrival.receivedAt(), wallClock);
    }
    Instant now = clock.at(wallClock);
    while (jobs.size() < MAX_BATCH) {
      Optional<? extends Job> due = takeDue(now).or(() -> seats.takeDue(now));
      if (due.isEmpty()) {
        return;
      }
      jobs.add(due.get());
    }
  }

  /// A transaction costs about the same whatever it holds, so what comes soon after the last one
  /// waits for company.
  private void gatherMore(List<Job> jobs) throws InterruptedException {
    long left = began + windowNanos - System.nanoTime();
    if (left > 0 && jobs.size() < MAX_BATCH) {
      var _ = stopped.await(left, TimeUnit.NANOSECONDS);
      inbox.drainTo(jobs, MAX_BATCH - jobs.size());
    }
  }

  private Optional<Job> takeDue(Instant now) {
    return alarms
        .takeDue(now)
        .map(device -> new Job.Happened(device, new TwinInput.WakeUp(), now, () -> {}));
  }

  private Duration untilNextAlarm() {
    Duration wait =
        Stream.concat(alarms.next().stream(), seats.nextAlarm().stream())
            .min(Comparator.naturalOrder())
            .map(at -> Duration.between(Instant.now(), at))
            .orElse(IDLE);
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(IDLE) > 0 ? IDLE : wait;
  }

  /// Tries until the database takes it: nothing is dropped, and the full inbox holds the rest back.
  private void carryOut(List<Job> jobs) throws InterruptedException {
    Duration retry = FIRST_RETRY;
    while (!jobs.isEmpty() && !isStopped()) {
      try {
        batch.carryOut(jobs).forEach(alarms::set);
        armed = alarms.size() + seats.armed();
        return;
      } catch (SQLException e) {
        batch.forgetAll();
        switch (Failure.of(e)) {
          case CONFLICT -> {
            metrics.retried("conflict");
            pause(CONFLICT_RETRY);
          }
          case DATABASE_AWAY -> {
            LOG.warnf("The database does not take a batch, trying again: %s", e.getMessage());
            metrics.retried("database");
            pause(retry);
            retry =
                retry.compareTo(LAST_RETRY.dividedBy(2)) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
          }
          case DEVICE_GONE -> {
            oneByOne(jobs, "unknown device", e);
            return;
          }
          case DATA -> {
            oneByOne(jobs, "refused by the database", e);
            return;
          }
        }
      } catch (RuntimeException e) {
        batch.forgetAll();
        oneByOne(jobs, "failed", e);
        return;
      }
    }
  }

  /// Between one and two times this long, so that lanes do not come all at once.
  private void pause(Duration atLeast) throws InterruptedException {
    long millis = atLeast.toMillis();
    var _ =
        stopped.await(millis + ThreadLocalRandom.current().nextLong(millis), TimeUnit.MILLISECONDS);
  }

  /// One message that cannot be kept must not take the others with it, nor stop the lane.
  private void oneByOne(List<Job> jobs, String reason, Exception cause)
      throws InterruptedException {
    if (jobs.size() > 1) {
      for (Job job : jobs) {
        carryOut(List.of(job));
      }
      return;
    }
    Job job = jobs.getFirst();
    LOG.errorf("%s: dropped, %s: %s", about(job), reason, cause);
    LOG.debug("It failed here", cause);
    batch.drop(job, reason);
  }

  private static String about(Job job) {
    return job instanceof Job.OfDevice ofDevice
        ? ofDevice.device().toString()
        : job.getClass().getSimpleName();
  }
}
