package io.sockettwin.service.push.outbox;

import static io.sockettwin.service.Api.asOperator;

import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Pushes;
import io.sockettwin.service.push.Receipt;
import io.sockettwin.service.push.Receipts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/// What tests of the outbox do: set up channels, enqueue, and wait.
@Singleton
class Deliveries {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final DataSource database;
  private final Pushes pushes;
  private final Receipts receipts;

  Deliveries(DataSource database, Pushes pushes, Receipts receipts) {
    this.database = database;
    this.pushes = pushes;
    this.receipts = receipts;
  }

  /// Creates a channel.
  ///
  /// @return its id
  String channel(String body) {
    return asOperator()
        .body(body)
        .post("/api/channels")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  String webhook(String url, String policy) {
    return channel(
        """
        {"name":"Hook","kind":"webhook","settings":{"url":"%s"},
         "secrets":{"secret":"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"},"policy":%s}
        """
            .formatted(url, policy));
  }

  String webhook(String url) {
    return webhook(url, "null");
  }

  void enqueue(Notice... notices) throws SQLException {
    enqueue(List.of(notices), "select 1");
  }

  /// Enqueues as a lane does, with something else in the same transaction.
  void enqueue(List<Notice> notices, String sql) throws SQLException {
    Runnable afterwards;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      afterwards = pushes.enqueue(connection, notices);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
      connection.commit();
    }
    afterwards.run();
  }

  void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<Receipt> receipts(String noticeKey) throws SQLException {
    return receipts.of(noticeKey);
  }

  /// Waits until the one receipt of the notice is so.
  Receipt await(String noticeKey, Predicate<Receipt> wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          List<Receipt> all = receipts.of(noticeKey);
          return all.size() == 1 && wanted.test(all.getFirst());
        });
    try {
      return receipts.of(noticeKey).getFirst();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  Receipt awaitState(String noticeKey, String state) {
    return await(noticeKey, receipt -> receipt.state().equals(state));
  }
}
