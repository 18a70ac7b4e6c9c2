package io.sockettwin.service.twin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sockettwin.service.DatabaseSwitch;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.database.DatabaseAddress;
import io.sockettwin.service.database.EmbeddedDatabase;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.ParsedTemplate;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.Twin;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// Lanes on a real database, with a device link that a test listens to.
final class LaneBench implements Outside, AutoCloseable {
  static final String PRODUCT = "HRDG3CKWWZ";

  final List<String> sent = new CopyOnWriteArrayList<>();
  final SimpleMeterRegistry counters = new SimpleMeterRegistry();

  /// Called before a message is sent.
  volatile Consumer<String> sending = text -> {};

  private final EmbeddedDatabase server;
  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final DataTemplate template = template();
  private final TwinMetrics metrics = new TwinMetrics(counters);
  private final List<Running> running = new ArrayList<>();

  /// A lane and its thread.
  record Running(Lane lane, Thread thread) {
    void stop() throws InterruptedException {
      lane.stop();
      thread.join(Duration.ofSeconds(3));
    }
  }

  LaneBench(Path folder) {
    server = EmbeddedDatabase.start(folder, TestSurroundings.UNPACKED_SERVER);
    DatabaseAddress address = server.address();
    database.setUrl(address.jdbcUrl());
    database.setUser(address.username());
    database.setPassword(address.password());
    Flyway.configure().dataSource(database).load().migrate();
    ask(PlainHistory.TABLES);
    ask(
        "insert into product values ('%s', 'Socket', 'Socket', '{}', '', 'DISABLED', '{}', now(), 0)"
            .formatted(PRODUCT));
  }

  private static DataTemplate template() {
    try (var in = LaneBench.class.getResourceAsStream("/socket-template.json")) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ((ParsedTemplate.Valid) DataTemplate.parse(json)).template();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  DeviceKey device(String name) {
    ask(
        "insert into device (product_id, name, secret, enabled, created_at, version)"
            + " values ('%s', '%s', '', true, now(), 0)".formatted(PRODUCT, name));
    return new DeviceKey(PRODUCT, name);
  }

  /// As the service starts one: with the alarms of what is open.
  Running start(Participant... others) throws SQLException {
    Seats seats = new Seats(device -> true);
    Lane lane = new Lane(seats, new Batch(database, this, metrics, seats), metrics, Duration.ZERO);
    List<Participant> participants = new ArrayList<>(List.of(new PlainHistory()));
    participants.addAll(List.of(others));
    try (Connection connection = database.getConnection()) {
      TwinReader.expiring(connection, lane::wakeAt);
      lane.seat(participants, connection);
    }
    Running started = new Running(lane, Thread.ofPlatform().daemon().start(lane));
    running.add(started);
    return started;
  }

  AtomicBoolean hear(Running to, DeviceKey device, String subject, String payload)
      throws InterruptedException {
    return hear(to, device, subject, payload, Instant.now());
  }

  AtomicBoolean hear(
      Running to, DeviceKey device, String subject, String payload, Instant receivedAt)
      throws InterruptedException {
    AtomicBoolean acknowledged = new AtomicBoolean();
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    String topic = "$thing/up/%s/%s".formatted(subject, device);
    Runnable committed = () -> acknowledged.set(true);
    to.lane.put(new Job.Heard(device, new Arrival(topic, bytes, receivedAt, committed)));
    return acknowledged;
  }

  void happens(Running to, DeviceKey device, TwinInput input) throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    to.lane.put(new Job.Happened(device, input, Instant.now(), () -> done.set(true)));
    soon(done);
  }

  CompletableFuture<Optional<Control>> want(
      Running to, DeviceKey device, String id, String values, Duration patience) throws Exception {
    var accepted = new CompletableFuture<Optional<Control>>();
    to.lane.put(wanted(device, id, values, patience, accepted));
    return accepted;
  }

  Job.Wanted wanted(
      DeviceKey device,
      String id,
      String values,
      Duration patience,
      CompletableFuture<Optional<Control>> accepted)
      throws IOException {
    var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(values);
    var checked = (Check.Accepted) template.checkControl(json);
    Instant now = Instant.now();
    var request = new TwinInput.ControlRequested(id, checked.values(), now.plus(patience));
    return new Job.Wanted(device, request, now, accepted);
  }

  static void soon(AtomicBoolean happened) {
    Awaitility.await().atMost(Duration.ofSeconds(15)).untilTrue(happened);
  }

  void takeDatabaseAway() {
    new DatabaseSwitch(server.address()).off();
  }

  void bringDatabaseBack() {
    new DatabaseSwitch(server.address()).on();
  }

  String ask(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  int rows(String table, DeviceKey device) {
    return Integer.parseInt(
        ask("select count(*) from " + table + " where name = '" + device.deviceName() + "'"));
  }

  String stage(String id) {
    return ask("select stage from control where id = '" + id + "'");
  }

  double counted(String name, String tag, String value) {
    Counter counter = counters.find("sockettwin." + name).tag(tag, value).counter();
    return counter == null ? 0 : counter.count();
  }

  @Override
  public Optional<DataTemplate> template(String productId) {
    return productId.equals(PRODUCT) ? Optional.of(template) : Optional.empty();
  }

  @Override
  public void send(DeviceKey device, Message.Down message) {
    String text = new String(MessageCodec.encode(message), StandardCharsets.UTF_8);
    sending.accept(text);
    sent.add(text);
  }

  @Override
  public void together(Runnable sends) {
    sends.run();
  }

  @Override
  public void changed(DeviceKey device, TwinState state) {}

  @Override
  public Duration silence() {
    return Twin.SILENCE;
  }

  /// Stops all lanes and forgets what was sent.
  void reset() throws InterruptedException {
    for (Running each : running) {
      each.stop();
    }
    running.clear();
    sent.clear();
    sending = text -> {};
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
