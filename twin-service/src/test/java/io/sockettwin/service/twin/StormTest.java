package io.sockettwin.service.twin;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/// A storm: every trip of every socket is one alarm and one notice, though its events come twice,
/// late and in any order, the database fails and the service is killed again and again.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class StormTest {
  private static final Logger LOG = Logger.getLogger(StormTest.class);
  private static final int DEVICES = Integer.getInteger("storm.devices", 200);
  private static final int KILLS = Integer.getInteger("storm.kills", 12);
  private static final long SEED = Long.getLong("storm.seed", 1);
  private static final String PRODUCT = "HRDG3CKWWZ";
  private static final Duration BETWEEN_TRIPS = Duration.ofMinutes(10);

  /// Acknowledged to the broker just before a kill, and so delivered again perhaps.
  private static final int PERHAPS_FORGOTTEN = 50;

  /// Notices are counted, not sent.
  private static final String CHANNEL =
      """
      {"name":"storm","kind":"webhook","enabled":false,"settings":{"url":"http://127.0.0.1:9/"},
       "secrets":{"secret":"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}}
      """;

  private static final String FLOW =
      """
      {"productId":"HRDG3CKWWZ","name":{"en":"Storm","zh":"风暴"},"severity":"critical",
       "input":{"event":"status_report"},
       "filter":{"param":"message","is":"=","value":"overcurrent"},
       "title":{"en":"$device","zh":"$device"},"text":{"en":"$message","zh":"$message"},
       "outputs":{"push":["to be told"]},"mode":"live"}
      """;

  @Inject DataSource database;
  @Inject Lanes lanes;
  @Inject TwinMetrics metrics;
  @Inject @Any Instance<Participant> participants;

  private final Random random = new Random(SEED);

  private record Sent(DeviceKey device, Instant receivedAt, String payload, AtomicBoolean acked) {}

  private record Life(Lane lane, Thread thread, List<Sent> handed) {}

  @Test
  void everyTripIsOneAlarmAndOneNotice() throws Exception {
    String channel = asOperator().body(CHANNEL).post("/api/channels").then().extract().path("id");
    String flow = FLOW.replace("to be told", channel);
    String flowId = asOperator().body(flow).post("/api/flows").then().extract().path("id");
    int trips = 0;
    List<Sent> messages = new ArrayList<>();
    createDevices();
    Instant base = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < DEVICES; i++) {
      int own = 1 + random.nextInt(4);
      trips += own;
      for (int trip = 0; trip < own; trip++) {
        add(messages, device(i), base.plus(BETWEEN_TRIPS.multipliedBy(trip)));
      }
    }
    Collections.shuffle(messages, random);
    long began = System.nanoTime();
    deliver(messages);
    LOG.infof(
        "%d messages of %d devices, %d trips, %d kills: %d ms",
        messages.size(),
        DEVICES,
        trips,
        KILLS,
        Duration.ofNanos(System.nanoTime() - began).toMillis());
    assertThat(number("select count(*) from alarm where flow_id = '" + flowId + "'"))
        .as("seed %d: alarms", SEED)
        .isEqualTo(trips);
    assertThat(
            number(
                "select count(distinct (name, floor(extract(epoch from event_at - '%s') / 600)))"
                        .formatted(base)
                    + " from alarm where flow_id = '"
                    + flowId
                    + "'"))
        .as("seed %d: trips that have an alarm", SEED)
        .isEqualTo(trips);
    assertThat(
            number(
                "select count(*) from push_notice join alarm on key = 'alarm.raised:' || id"
                    + " where flow_id = '"
                    + flowId
                    + "'"))
        .as("seed %d: notices", SEED)
        .isEqualTo(trips);
    asOperator().delete("/api/flows/" + flowId).then().statusCode(204);
  }

  /// One trip, told up to four times, each of them up to two times.
  private void add(List<Sent> messages, DeviceKey device, Instant at) {
    for (int repeat = random.nextInt(4); repeat >= 0; repeat--) {
      for (int copy = random.nextInt(2); copy >= 0; copy--) {
        String payload =
            "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\","
                + "\"timestamp\":"
                + at.plusSeconds(repeat).toEpochMilli()
                + ",\"params\":{\"status\":1,\"message\":\"overcurrent\"}}";
        messages.add(new Sent(device, Instant.EPOCH, payload, new AtomicBoolean()));
      }
    }
  }

  /// As the broker does: what is not acknowledged when the service is killed comes again, with the
  /// same time of receipt.
  private void deliver(List<Sent> messages) throws Exception {
    Instant receipt = Instant.now();
    int next = 0;
    List<Sent> again = List.of();
    for (int life = 0; life <= KILLS; life++) {
      Life current = start();
      for (Sent sent : again) {
        hand(current, sent);
      }
      int end =
          life == KILLS
              ? messages.size()
              : next + random.nextInt(2 * messages.size() / (KILLS + 1));
      for (; next < Math.min(end, messages.size()); next++) {
        Sent sent = messages.get(next);
        receipt = receipt.plusNanos(1_000);
        hand(current, new Sent(sent.device(), receipt, sent.payload(), new AtomicBoolean()));
      }
      if (life == KILLS) {
        Awaitility.await()
            .atMost(Duration.ofMinutes(5))
            .until(() -> current.handed().stream().allMatch(sent -> sent.acked().get()));
      }
      current.lane().stop();
      current.thread().join();
      again = toComeAgain(current.handed());
    }
  }

  private List<Sent> toComeAgain(List<Sent> handed) {
    int firstOpen = 0;
    while (firstOpen < handed.size() && handed.get(firstOpen).acked().get()) {
      firstOpen++;
    }
    int from = Math.max(0, firstOpen - random.nextInt(PERHAPS_FORGOTTEN));
    return handed.subList(from, handed.size()).stream()
        .map(it -> new Sent(it.device(), it.receivedAt(), it.payload(), new AtomicBoolean()))
        .toList();
  }

  private static void hand(Life life, Sent sent) throws InterruptedException {
    byte[] bytes = sent.payload().getBytes(StandardCharsets.UTF_8);
    life.handed().add(sent);
    life.lane()
        .put(
            new Job.Heard(
                sent.device(),
                new Arrival(
                    "$thing/up/event/" + sent.device(),
                    bytes,
                    sent.receivedAt(),
                    () -> sent.acked().set(true))));
  }

  /// A service that knows nothing but what is stored.
  private Life start() throws SQLException {
    Seats seats = new Seats(device -> true);
    DataSource unreliable = UnreliableDatabase.of(database, new Random(random.nextLong()));
    Lane lane =
        new Lane(seats, new Batch(unreliable, lanes, metrics, seats), metrics, Duration.ZERO);
    try (Connection connection = database.getConnection()) {
      lane.seat(participants.stream().toList(), connection);
    }
    return new Life(lane, Thread.ofPlatform().daemon().start(lane), new ArrayList<>());
  }

  private static DeviceKey device(int number) {
    return new DeviceKey(PRODUCT, "storm-" + number);
  }

  private void createDevices() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into device (product_id, name, secret, enabled, created_at, version) select '"
              + PRODUCT
              + "', 'storm-' || i, '', true, now(), 0 from generate_series(0, "
              + (DEVICES - 1)
              + ") i");
    }
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
