package io.sockettwin.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.telemetry.TelemetryBench;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.timer.Occurrences;
import io.sockettwin.timer.ParsedCron;
import io.sockettwin.timer.TimeRule;
import io.sockettwin.timer.Where;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two replicas with one database, killed at random points: every due time fires exactly once.
class TimerReplicasIT {
  private static final int DEVICES = 12;
  private static final int TIMERS = 30;
  private static final Duration SPAN = Duration.ofMinutes(90);
  private static final int LONGEST_STEP_SECONDS = 40;
  private static final List<String> CRONS =
      List.of("* * * * *", "*/5 * * * *", "7 * * * *", "10-20 * * * *");

  private static TelemetryBench bench;

  /// Ids of controls of committed transactions.
  private final ConcurrentLinkedQueue<String> controls = new ConcurrentLinkedQueue<>();

  private final Instant begin =
      Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    bench = new TelemetryBench(folder);
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    bench.close();
  }

  @Test
  void everyDueTimeFiresOnceWhoeverIsKilled() throws Exception {
    Random random = new Random(20261125);
    Set<String> expected = new TreeSet<>();
    List<DeviceKey> devices = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      devices.add(bench.device("replicated-" + i));
    }
    Instant end = begin.plus(SPAN);
    for (int i = 0; i < TIMERS; i++) {
      DeviceKey device = devices.get(random.nextInt(DEVICES));
      expected.addAll(timer(CRONS.get(i % CRONS.size()), device, end));
    }
    List<TimerReplica> replicas = List.of(replica(random.nextLong()), replica(random.nextLong()));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Instant now = begin;
      while (now.isBefore(end)) {
        round(threads, replicas, now);
        now = now.plusSeconds(1 + random.nextInt(LONGEST_STEP_SECONDS));
      }
      // Two rounds without kills: what was left lying is taken up.
      replicas.forEach(TimerReplica::spare);
      round(threads, replicas, end);
      round(threads, replicas, end.plus(Clockwork.FORGOTTEN).plusSeconds(1));
    }
    assertThat(replicas).allSatisfy(it -> assertThat(it.kills()).isGreaterThan(10));
    var times =
        controls.stream()
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    assertThat(times.values()).allMatch(it -> it == 1);
    assertThat(times.keySet()).containsAll(expected);
    assertThat(bench.ask("select count(*) from timer_firing where state = 'SKIPPED'"))
        .isEqualTo("0");
    assertThat(bench.ask("select count(*) from timer_firing where due_at <= '" + end + "'"))
        .isEqualTo(Integer.toString(expected.size()));
  }

  private static void round(ExecutorService threads, List<TimerReplica> replicas, Instant now)
      throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (TimerReplica replica : replicas) {
      running.add(
          threads.submit(() -> {
            replica.round(now);
            return null;
          }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  private TimerReplica replica(long seed) {
    return new TimerReplica(bench.database, new Random(seed), controls);
  }

  /// Stores a timer and tells the controls it must lead to.
  private List<String> timer(String cron, DeviceKey device, Instant end) throws SQLException {
    UUID id = UUID.randomUUID();
    TimeRule rule = new TimeRule.ByCron(((ParsedCron.Valid) ParsedCron.parse(cron)).cron());
    Occurrences occurrences =
        new Occurrences(
            new Where(ZoneId.of("UTC"), null), (event, date, place, zone) -> Optional.empty());
    List<String> expected = new ArrayList<>();
    Instant first = occurrences.next(rule, begin).orElseThrow();
    for (Instant at = first; !at.isAfter(end); at = occurrences.next(rule, at).orElseThrow()) {
      expected.add(new Firing(id, at, device, "{}", at, Duration.ZERO).controlId());
    }
    var action =
        new ActionDraft(
            device.productId(),
            device.deviceName(),
            new ObjectMapper().createObjectNode().put("power_switch", 1));
    var draft =
        new TimerDraft(
            cron,
            true,
            new RuleDraft(RuleDraft.Kind.CRON, null, null, cron, null, null),
            "UTC",
            null,
            List.of(action),
            3_600,
            null);
    Sql.of(
            "insert into timer (id, content, next_at, created_at, version) values (?, ?, ?, ?, 0)",
            id,
            TimerJson.write(new ObjectMapper(), draft),
            first,
            begin)
        .run(bench.database);
    Sql.of(
            "insert into timer_device (timer_id, number, product_id, name) values (?, 0, ?, ?)",
            id,
            device.productId(),
            device.deviceName())
        .run(bench.database);
    return expected;
  }
}
