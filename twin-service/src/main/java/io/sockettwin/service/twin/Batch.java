package io.sockettwin.service.twin;

import io.sockettwin.service.sql.KeyedTransaction;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Carries out jobs for the devices of one lane: read what is not remembered, advance, write,
/// commit, and only then answer. Not for several threads.
final class Batch {
  private static final Logger LOG = Logger.getLogger(Batch.class);

  /// Twins remembered by each lane, a few kilobytes each.
  static final int MAX_REMEMBERED = 10_000;

  private final DataSource database;
  private final Outside outside;
  private final TwinMetrics metrics;
  private final Seats seats;
  private final Map<DeviceKey, TwinState> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceKey, TwinState> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /// A batch of the lane that owns these devices.
  Batch(DataSource database, Outside outside, TwinMetrics metrics, Seats seats) {
    this.database = database;
    this.outside = outside;
    this.metrics = metrics;
    this.seats = seats;
  }

  /// Carries out all jobs or none.
  ///
  /// @return for each device that was touched, when to wake it
  Map<DeviceKey, Optional<Instant>> carryOut(List<Job> jobs) throws SQLException {
    long began = System.nanoTime();
    Set<DeviceKey> devices = devices(jobs);
    Attempt attempt;
    try (Connection connection = database.getConnection()) {
      KeyedTransaction.begin(connection);
      attempt = new Attempt(connection, outside, metrics, seats);
      try {
        attempt.load(devices, remembered);
        for (Job job : jobs) {
          attempt.advance(job);
        }
        if (!attempt.write()) {
          throw new SQLException("a twin was changed by another replica", Failure.TRY_AGAIN);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
    metrics.committed(jobs.size(), Duration.ofNanos(System.nanoTime() - began));
    finish(attempt);
    Map<DeviceKey, Optional<Instant>> wakeAt = new HashMap<>();
    attempt.states.forEach((device, state) -> wakeAt.put(device, state.wakeAt()));
    return wakeAt;
  }

  private Set<DeviceKey> devices(List<Job> jobs) {
    Set<DeviceKey> devices = new LinkedHashSet<>();
    for (Job job : jobs) {
      if (job instanceof Job.OfDevice ofDevice) {
        devices.add(ofDevice.device());
      }
      if (job instanceof Job.Forget(var device)) {
        remembered.remove(device);
        seats.forget(device);
      }
    }
    return devices;
  }

  /// What went wrong first is what counts.
  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void finish(Attempt attempt) {
    attempt.committed();
    attempt.kept.twins.forEach((device, change) -> remembered.put(device, change.after()));
    outside.together(() -> attempt.afterwards.forEach(Batch::run));
    attempt.kept.twins.forEach(
        (device, change) -> run(() -> outside.changed(device, change.after())));
  }

  /// The commit stands, so a fault of one effect must not lead to a second attempt, nor keep the
  /// other effects back.
  private static void run(Runnable effect) {
    try {
      effect.run();
    } catch (RuntimeException e) {
      LOG.error("An effect of a committed batch failed", e);
    }
  }

  /// Gives a job up.
  void drop(Job job, String reason) {
    metrics.dropped(reason);
    switch (job) {
      case Job.Heard(var device, var arrival) -> arrival.committed().run();
      case Job.Happened(var device, var input, var at, var committed) -> committed.run();
      case Job.Wanted wanted -> wanted.accepted().complete(Optional.empty());
      case Job.SessionsLost(long before, var at, var committed) -> committed.run();
      case Job.Woken _, Job.Forget _ -> {}
    }
  }

  void forgetAll() {
    remembered.clear();
    seats.forgetAll();
  }
}
