package io.sockettwin.service.twin;

import static io.sockettwin.service.twin.LaneBench.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.twin.LaneBench.Running;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a lane keeps, and when it lets go, whatever the database does.
class LaneIT {
  private static LaneBench bench;
  private Running lane;

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    bench = new LaneBench(folder);
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    bench.close();
  }

  @BeforeEach
  void startLane() throws Exception {
    lane = bench.start();
  }

  @AfterEach
  void stopLanes() throws Exception {
    bench.reset();
  }

  private static String report(String token, String params) {
    return "{\"method\":\"report\",\"clientToken\":\"%s\",\"params\":%s}".formatted(token, params);
  }

  private static double dropped(String reason) {
    return bench.counted("messages.dropped", "reason", reason);
  }

  @Test
  void messageThatArrivesTwiceChangesNothing() throws Exception {
    DeviceKey device = bench.device("twice");
    Instant received = Instant.now();
    String event =
        "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\","
            + "\"timestamp\":0,\"params\":{\"status\":1,\"message\":\"overcurrent\"}}";
    for (int time = 0; time < 2; time++) {
      String report = report("t", "{\"power_switch\":1}");
      bench.hear(lane, device, "property", report, received);
      soon(bench.hear(lane, device, "event", event, received));
    }
    assertThat(bench.rows("report", device)).isEqualTo(1);
    assertThat(bench.rows("event", device)).isEqualTo(1);
    assertThat(bench.ask("select version from twin where name = 'twice'")).isEqualTo("1");
  }

  @Test
  void oneMessageTheDatabaseRefusesTakesNoOtherWithIt() throws Exception {
    bench.ask("alter table report add constraint poison check (token <> 'poison')");
    DeviceKey device = bench.device("poisoned");
    double before = dropped("refused by the database");
    List<AtomicBoolean> acknowledged = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String token = i == 50 ? "poison" : "t-" + i;
      acknowledged.add(
          bench.hear(lane, device, "property", report(token, "{\"count_down\":" + i + "}")));
    }
    acknowledged.forEach(LaneBench::soon);
    assertThat(bench.rows("report", device)).isEqualTo(99);
    assertThat(dropped("refused by the database") - before).isEqualTo(1);
    assertThat(bench.sent).hasSize(99);
  }

  @Test
  void messageOfADeletedDeviceIsDroppedAndCounted() throws Exception {
    DeviceKey device = bench.device("deleted");
    soon(bench.hear(lane, device, "property", report("t-1", "{\"power_switch\":1}")));
    bench.ask("delete from device where name = 'deleted'");
    soon(bench.hear(lane, device, "property", report("t-2", "{\"power_switch\":0}")));
    assertThat(dropped("unknown device")).isEqualTo(1);
    assertThat(bench.sent).hasSize(1);
  }

  @Test
  void keepsEverythingWhileTheDatabaseIsAwayAndAcknowledgesNothing() throws Exception {
    DeviceKey device = bench.device("patient");
    bench.takeDatabaseAway();
    double before = bench.counted("batch.retries", "reason", "database");
    List<AtomicBoolean> acknowledged = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      acknowledged.add(
          bench.hear(lane, device, "property", report("t-" + i, "{\"count_down\":" + i + "}")));
    }
    Awaitility.await()
        .until(() -> bench.counted("batch.retries", "reason", "database") >= before + 2);
    assertThat(acknowledged).noneMatch(AtomicBoolean::get);
    assertThat(bench.sent).isEmpty();
    bench.bringDatabaseBack();
    acknowledged.forEach(LaneBench::soon);
    assertThat(bench.rows("report", device)).isEqualTo(50);
    assertThat(bench.sent.getFirst()).contains("t-0");
    assertThat(bench.sent.getLast()).contains("t-49");
    assertThat(bench.ask("select reported #>> '{count_down,v}' from twin where name = 'patient'"))
        .isEqualTo("49");
  }

  @Test
  void stopsAtOnceWhileItRetriesAndLeavesTheRestUnacknowledged() throws Exception {
    DeviceKey device = bench.device("stopped");
    bench.takeDatabaseAway();
    String report = report("t-1", "{\"power_switch\":1}");
    AtomicBoolean acknowledged = bench.hear(lane, device, "property", report);
    double before = bench.counted("batch.retries", "reason", "database");
    Awaitility.await()
        .until(() -> bench.counted("batch.retries", "reason", "database") > before + 1);
    lane.stop();
    assertThat(lane.thread().isAlive()).isFalse();
    assertThat(acknowledged).isFalse();
    bench.bringDatabaseBack();
    assertThat(bench.rows("report", device)).isZero();
    soon(bench.hear(bench.start(), device, "property", report));
    assertThat(bench.rows("report", device)).isEqualTo(1);
  }

  @Test
  void replicasThatChangeTheSameTwinLoseNothing() throws Exception {
    DeviceKey device = bench.device("shared");
    Running other = bench.start();
    double before = bench.counted("batch.retries", "reason", "conflict");
    for (int i = 0; i < 20; i++) {
      Running next = i % 2 == 0 ? lane : other;
      String params = i % 2 == 0 ? "{\"count_down\":" + i + "}" : "{\"voltage\":" + i + "}";
      soon(bench.hear(next, device, "property", report("t-" + i, params)));
    }
    assertThat(bench.rows("report", device)).isEqualTo(20);
    assertThat(bench.ask("select version from twin where name = 'shared'")).isEqualTo("20");
    assertThat(bench.ask("select reported #>> '{voltage,v}' from twin where name = 'shared'"))
        .isEqualTo("19.0");
    assertThat(bench.counted("batch.retries", "reason", "conflict")).isGreaterThan(before);
  }

  @Test
  void answersAfterTheCommit() throws Exception {
    DeviceKey device = bench.device("durable");
    List<Integer> storedWhenAnswered = new ArrayList<>();
    bench.sending = text -> storedWhenAnswered.add(bench.rows("report", device));
    soon(bench.hear(lane, device, "property", report("t-1", "{\"power_switch\":1}")));
    assertThat(storedWhenAnswered).containsExactly(1);
  }

  @Test
  void anAnswerThatCannotBeSentDoesNotUndoNorRepeatAnything() throws Exception {
    DeviceKey device = bench.device("mute");
    bench.sending =
        text -> {
          if (text.contains("t-1")) {
            throw new IllegalStateException("a bug of ours");
          }
        };
    soon(bench.hear(lane, device, "property", report("t-1", "{\"power_switch\":1}")));
    soon(bench.hear(lane, device, "property", report("t-2", "{\"power_switch\":1}")));
    assertThat(bench.ask("select version from twin where name = 'mute'")).isEqualTo("2");
    assertThat(bench.sent).hasSize(1);
  }

  @Test
  void openControlExpiresAfterARestart() throws Exception {
    DeviceKey device = bench.device("expires");
    bench
        .want(lane, device, "c-1", "{\"power_switch\":1}", Duration.ofMillis(1500))
        .get(10, TimeUnit.SECONDS);
    bench
        .want(lane, device, "c-2", "{\"count_down\":60}", Duration.ofHours(1))
        .get(10, TimeUnit.SECONDS);
    lane.stop();
    assertThat(bench.stage("c-1")).isEqualTo("ACCEPTED");
    Running again = bench.start();
    assertThat(again.lane().armed()).isGreaterThanOrEqualTo(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> bench.stage("c-1").equals("EXPIRED"));
    assertThat(bench.stage("c-2")).isEqualTo("ACCEPTED");
    assertThat(bench.ask("select jsonb_array_length(controls) from twin where name = 'expires'"))
        .isEqualTo("1");
  }

  @Test
  void controlIsOverruledByWhatTheDeviceReportsAfterItsAnswer() throws Exception {
    DeviceKey device = bench.device("overrules");
    bench.happens(lane, device, new TwinInput.Connected(1));
    bench
        .want(lane, device, "c-3", "{\"power_switch\":1}", Duration.ofHours(1))
        .get(10, TimeUnit.SECONDS);
    assertThat(bench.sent.getLast()).contains("\"method\":\"control\"", "c-3");
    bench.hear(
        lane,
        device,
        "property",
        "{\"method\":\"control_reply\",\"clientToken\":\"c-3\",\"code\":0}");
    soon(bench.hear(lane, device, "property", report("t-1", "{\"power_switch\":0}")));
    assertThat(bench.stage("c-3")).isEqualTo("OVERRULED");
  }

  @Test
  void controlWaitsUntilTheDeviceAsks() throws Exception {
    DeviceKey device = bench.device("asks");
    bench
        .want(lane, device, "c-4", "{\"power_switch\":1}", Duration.ofHours(1))
        .get(10, TimeUnit.SECONDS);
    assertThat(bench.sent).isEmpty();
    String question = "{\"method\":\"get_status\",\"clientToken\":\"P-1\"}";
    soon(bench.hear(lane, device, "property", question));
    assertThat(bench.sent.getLast()).contains("\"control\":{\"power_switch\":1}");
    assertThat(bench.stage("c-4")).isEqualTo("SENT");
  }

  @Test
  void controlNobodyWaitsForAnyMoreIsNotCarriedOut() throws Exception {
    DeviceKey device = bench.device("givenup");
    var abandoned = new CompletableFuture<java.util.Optional<io.sockettwin.twin.Control>>();
    abandoned.cancel(false);
    lane.lane()
        .put(bench.wanted(device, "c-5", "{\"power_switch\":1}", Duration.ofHours(1), abandoned));
    soon(bench.hear(lane, device, "property", report("t-1", "{\"power_switch\":0}")));
    assertThat(bench.rows("control", device)).isZero();
  }

  @Test
  void lateEndOfAnOlderSessionMeansNothing() throws Exception {
    DeviceKey device = bench.device("overtaken");
    bench.happens(lane, device, new TwinInput.Connected(7));
    bench.happens(lane, device, new TwinInput.Connected(8));
    bench.happens(lane, device, new TwinInput.Disconnected(7, "taken over"));
    assertThat(bench.ask("select connected from twin where name = 'overtaken'")).isEqualTo("t");
    bench.happens(lane, device, new TwinInput.Disconnected(8, "left"));
    assertThat(bench.ask("select connected from twin where name = 'overtaken'")).isEqualTo("f");
  }

  /// After a crash both notices come at once, the beginning not yet stored.
  @Test
  void sessionsEndWithTheirBrokerEvenWhenTheirBeginningIsInTheSameBatch() throws Exception {
    DeviceKey device = bench.device("lost");
    DeviceKey stored = bench.device("stored");
    bench.happens(lane, stored, new TwinInput.Connected(10));
    lane.stop();
    Running again = bench.start();
    AtomicBoolean done = new AtomicBoolean();
    Instant now = Instant.now();
    bench.takeDatabaseAway();
    again.lane().put(new Job.Happened(device, new TwinInput.Connected(11), now, () -> {}));
    again.lane().put(new Job.SessionsLost(12, now, () -> done.set(true)));
    bench.bringDatabaseBack();
    soon(done);
    assertThat(bench.ask("select bool_or(connected) from twin where name in ('lost', 'stored')"))
        .isEqualTo("f");
  }
}
