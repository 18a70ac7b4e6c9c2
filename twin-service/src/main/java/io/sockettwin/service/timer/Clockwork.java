package io.sockettwin.service.timer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Keeps timers going, with two threads: one claims what is near, the other calls devices on time.
@Singleton
class Clockwork {
  private static final Logger LOG = Logger.getLogger(Clockwork.class);

  private static final Duration ROUND = Duration.ofMillis(500);

  /// Long enough for several rounds, so that one which takes long makes nothing late.
  static final Duration AHEAD = Duration.ofSeconds(3);

  /// Firings that wait so long were forgotten: by a replica that was killed, or in a failed batch.
  static final Duration FORGOTTEN = Duration.ofSeconds(3);

  private static final Duration CLEANING = Duration.ofHours(1);
  private static final int MAX_DELETED = 10_000;

  /// When lanes run.
  private static final int AFTER_LANES = Interceptor.Priority.LIBRARY_AFTER;

  private final DataSource database;
  private final Claims claims;
  private final Near near;
  private final Twins twins;
  private final TimerConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Instant cleanedAt = Instant.EPOCH;

  Clockwork(DataSource database, Claims claims, Near near, Twins twins, TimerConfig config) {
    this.database = database;
    this.claims = claims;
    this.near = near;
    this.twins = twins;
    this.config = config;
  }

  void start(@Observes @Priority(AFTER_LANES) StartupEvent event) {
    Thread.ofPlatform().name("timers-claim").daemon().start(this::claimNear);
    Thread.ofPlatform().name("timers-call").daemon().start(this::callDevices);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void claimNear() {
    try {
      while (!stopped.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        round(Instant.now());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Instant now) {
    try {
      boolean more = true;
      while (more && near.room() > Claims.MAX_BATCH && stopped.getCount() > 0) {
        Claims.Claimed claimed = claims.claim(now, now.plus(AHEAD));
        near.add(claimed.appointments());
        more = claimed.more();
      }
      List<Appointment> overdue =
          claims.overdue(now.minus(FORGOTTEN), near.room()).stream()
              .filter(device -> !near.isCalled(device))
              .map(device -> new Appointment(device, now))
              .toList();
      near.add(overdue);
      clean(now);
    } catch (SQLException e) {
      LOG.warnf("Next round for timers: %s", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("A round for timers failed", e);
    }
  }

  /// Waits while a lane is full: what is due goes on waiting in the database.
  private void callDevices() {
    try {
      while (stopped.getCount() > 0) {
        DeviceKey device = near.take().device();
        twins.wake(TimerParticipant.NAME, device, Instant.now());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clean(Instant now) {
    if (now.isBefore(cleanedAt.plus(CLEANING))) {
      return;
    }
    Sql old =
        Sql.of(
            "delete from timer_firing where ctid in"
                + " (select ctid from timer_firing where decided_at < ? limit ?)",
            now.minus(config.retention()),
            MAX_DELETED);
    if (old.run(database) < MAX_DELETED) {
      cleanedAt = now;
    }
  }
}
