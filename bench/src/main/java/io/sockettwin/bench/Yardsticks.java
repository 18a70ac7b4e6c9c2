package io.sockettwin.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;

/// What the machine can do at best, measured in the same run as the service.
final class Yardsticks {
  private static final Duration TIME = Duration.ofSeconds(4);
  private static final int BATCH = 500;
  private static final int TWINS = 5_000;

  private static final String TABLES =
      """
      drop table if exists yardstick_report, yardstick_twin;
      create table yardstick_report (device text, at timestamptz, received_at timestamptz, token text,
        power_switch smallint, current float8, voltage float8, power_factor float8,
        active_power float8, apparent_power float8, total_kwh float8, count_down bigint,
        primary key (device, at, token));
      create table yardstick_twin (product_id text, name text, version bigint, reported jsonb,
        primary key (product_id, name)) with (fillfactor = 50);
      insert into yardstick_twin
        select 'HRDG3CKWWZ', 'bench-' || n, 0, '{}' from generate_series(1, %d) n
      """
          .formatted(TWINS);

  private static final String SAME_TIME = "\t2026-11-25 12:00:00+00\t2026-11-25 12:00:00+00";
  private static final String SAME_VALUES = "\t1\t4.5\t220\t0.98\t1000\t1010\t";

  private static final String UPSERT =
      """
      insert into yardstick_twin select 'HRDG3CKWWZ', n, v, r::jsonb
      from unnest(?::text[], ?::bigint[], ?::text[]) as u(n, v, r)
      on conflict (product_id, name) do update
      set version = excluded.version, reported = excluded.reported
      """;

  private Yardsticks() {}

  /// Rows a second, committed in batches of the service's size, on one connection.
  static double copy(Database database) throws SQLException, IOException {
    try (Connection connection = prepared(database)) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      long rows = 0;
      long began = System.nanoTime();
      while (System.nanoTime() - began < TIME.toNanos()) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
          rows++;
          text.append("bench-").append(rows % TWINS).append(SAME_TIME).append('\t');
          text.append(began + rows).append(SAME_VALUES).append(rows).append("\t0\n");
        }
        copy.copyIn("copy yardstick_report from stdin", new StringReader(text.toString()));
        connection.commit();
      }
      return rows / ((System.nanoTime() - began) / 1e9);
    }
  }

  /// Rows a second, likewise.
  static double upsert(Database database) throws SQLException {
    try (Connection connection = prepared(database);
        PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      String[] names = new String[BATCH];
      Long[] versions = new Long[BATCH];
      String[] reported = new String[BATCH];
      long rows = 0;
      long began = System.nanoTime();
      while (System.nanoTime() - began < TIME.toNanos()) {
        for (int i = 0; i < BATCH; i++) {
          rows++;
          names[i] = "bench-" + (rows % TWINS + 1);
          versions[i] = rows;
          reported[i] = reported(rows);
        }
        statement.setArray(1, connection.createArrayOf("text", names));
        statement.setArray(2, connection.createArrayOf("bigint", versions));
        statement.setArray(3, connection.createArrayOf("text", reported));
        statement.executeUpdate();
        connection.commit();
      }
      return rows / ((System.nanoTime() - began) / 1e9);
    }
  }

  private static Connection prepared(Database database) throws SQLException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /// Messages a second through a broker of its own, from these devices to one consumer.
  static double fanIn(Site site, List<Identity> devices) throws Exception {
    HttpServer gate = gate();
    try (Program broker = site.broker(gate.getAddress().getPort());
        Consumer consumer = new Consumer();
        LoadFleet fleet = new LoadFleet(site.address(), devices)) {
      consumer.connect(site.address());
      assert broker.handle().isAlive();
      fleet.connect();
      fleet.offer(100_000);
      Thread.sleep(TIME);
      long before = consumer.taken.sum();
      long began = System.nanoTime();
      Thread.sleep(TIME);
      return (consumer.taken.sum() - before) / ((System.nanoTime() - began) / 1e9);
    } finally {
      gate.stop(0);
    }
  }

  private static String reported(long row) {
    return """
    {"voltage":{"t":1763000000000,"v":220.0},"current":{"t":1763000000000,"v":4.5},\
    "count_down":{"t":1763000000000,"v":0},"total_kwh":{"t":1763000000000,"v":%d},\
    "active_power":{"t":1763000000000,"v":1000.0},"power_factor":{"t":1763000000000,"v":0.98},\
    "power_switch":{"t":1763000000000,"v":1},"apparent_power":{"t":1763000000000,"v":1010.0}}\
    """
        .formatted(row);
  }

  /// Everybody may enter; the consumer alone counts as the service.
  private static String admission(boolean consumer) {
    return """
    {"result":"allow","is_superuser":%s,"acl":[\
    {"permission":"allow","action":"publish","topic":"$thing/up/#"},\
    {"permission":"allow","action":"subscribe","topic":"$thing/up/#"},\
    {"permission":"allow","action":"subscribe","topic":"$thing/down/#"}]}\
    """
        .formatted(consumer);
  }

  private static HttpServer gate() throws IOException {
    HttpServer gate =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gate.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    gate.createContext(
        "/",
        exchange -> {
          String question =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean consumer = question.contains("\"" + Consumer.CLIENT_ID + "\"");
          byte[] answer = admission(consumer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    gate.start();
    return gate;
  }
}
