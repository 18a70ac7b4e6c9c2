package io.sockettwin.service.alarm;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// What has to be done for alarms from time to time: flows that another replica changed, alarms
/// that nobody acknowledges, rows that are too old.
@Singleton
class Housekeeper {
  private static final Logger LOG = Logger.getLogger(Housekeeper.class);

  /// How long another replica may go on with a flow that was changed here.
  private static final Duration ROUND = Duration.ofSeconds(5);

  private static final Duration CLEANING = Duration.ofHours(1);
  private static final int MAX_DELETED = 10_000;

  private final DataSource database;
  private final RunningFlows flows;
  private final Escalations escalations;
  private final AlarmConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Instant cleanedAt = Instant.EPOCH;

  Housekeeper(
      DataSource database, RunningFlows flows, Escalations escalations, AlarmConfig config) {
    this.database = database;
    this.flows = flows;
    this.escalations = escalations;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    var _ = Thread.ofVirtual().name("alarm-housekeeper").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        round(Instant.now());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Instant now) {
    flows.reload();
    try {
      escalations.tell(now);
      if (!now.isBefore(cleanedAt.plus(CLEANING))) {
        clean(now);
        cleanedAt = now;
      }
    } catch (SQLException e) {
      LOG.warnf("Next round for alarms: %s", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("A round for alarms failed", e);
    }
  }

  /// Open alarms stay, however old.
  private void clean(Instant now) throws SQLException {
    delete(
        "delete from alarm where id in (select id from alarm where cleared_at < ?::timestamptz"
            + " limit ?)",
        now.minus(config.retention()));
    delete(
        "delete from presence where ctid in (select ctid from presence where at < ?::timestamptz"
            + " limit ?)",
        now.minus(config.presenceRetention()));
  }

  private void delete(String sql, Instant before) throws SQLException {
    int deleted = MAX_DELETED;
    while (deleted == MAX_DELETED) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, before.toString());
        statement.setInt(2, MAX_DELETED);
        deleted = statement.executeUpdate();
      }
    }
  }
}
