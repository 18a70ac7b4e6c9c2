package io.sockettwin.service.push.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.push.PushConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Keeps the outbox from growing without end: gives up what is too old or too much, and forgets
/// what is long settled.
@Singleton
class Housekeeping implements Runnable {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /// Notices that may wait for one channel; the oldest beyond them are given up.
  static final int MAX_WAITING = 100_000;

  /// Rows in one statement, so that none is long.
  private static final int BATCH = 5_000;

  private static final String EXPIRE_MESSAGES =
      """
      update push_message set state = 'DEAD', settled_at = now(),
             failure = 'could not be sent in time; ' || coalesce(failure, 'never tried')
       where state = 'WAITING' and created_at < ? and due_at <= now()
      """;

  private static final String EXPIRE_DELIVERIES =
      "delete from push_delivery where message_id is null and due_at < ?";

  private static final String SURPLUS =
      """
      delete from push_delivery delivery using (
        select waiting.* from push_channel channel cross join lateral (
          select notice_key, recipient_id from push_delivery
           where channel_id = channel.id and message_id is null
           order by due_at desc offset ?) waiting) surplus
       where delivery.notice_key = surplus.notice_key
         and delivery.recipient_id = surplus.recipient_id
      """;

  private static final String FORGET_MESSAGES =
      """
      delete from push_message where id in (
        select id from push_message where state <> 'WAITING' and settled_at < ? limit ?)
      """;

  private static final String FORGET_NOTICES =
      """
      delete from push_notice where key in (
        select key from push_notice
         where decided_at < ?
           and not exists (select 1 from push_delivery where notice_key = key) limit ?)
      """;

  private static final String COUNT =
      """
      select (select count(*) from push_delivery where message_id is null)
               + (select coalesce(sum(notices), 0) from push_message where state = 'WAITING'),
             (select count(*) from push_message where state = 'DEAD')
      """;

  private final DataSource database;
  private final PushMetrics metrics;
  private final PushConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Housekeeping(DataSource database, PushMetrics metrics, PushConfig config) {
    this.database = database;
    this.metrics = metrics;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("push-housekeeping").start(this);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  @Override
  public void run() {
    try {
      do {
        try {
          tidy(Instant.now());
        } catch (SQLException e) {
          LOG.warnf("The outbox was not tidied up: %s", e.getMessage());
        }
      } while (!stopped.await(INTERVAL.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void tidy(Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Instant expired = now.minus(config.expiry());
      Instant forgotten = now.minus(config.retention());
      run(connection, EXPIRE_MESSAGES, expired);
      metrics.givenUp("expired", run(connection, EXPIRE_DELIVERIES, expired));
      try (PreparedStatement delete = connection.prepareStatement(SURPLUS)) {
        delete.setInt(1, MAX_WAITING);
        metrics.givenUp("surplus", delete.executeUpdate());
      }
      inBatches(connection, FORGET_MESSAGES, forgotten);
      inBatches(connection, FORGET_NOTICES, forgotten);
      try (PreparedStatement select = connection.prepareStatement(COUNT);
          ResultSet row = select.executeQuery()) {
        row.next();
        metrics.found(row.getLong(1), row.getLong(2));
      }
    }
  }

  private static int run(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }

  private static void inBatches(Connection connection, String sql, Instant before)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      statement.setInt(2, BATCH);
      int rows;
      do {
        rows = statement.executeUpdate();
      } while (rows == BATCH);
    }
  }
}
