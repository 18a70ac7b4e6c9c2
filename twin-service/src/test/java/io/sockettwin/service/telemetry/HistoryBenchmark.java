package io.sockettwin.service.telemetry;

import io.sockettwin.service.telemetry.TelemetryBench.Heard;
import io.sockettwin.service.twin.Participant.Side;
import io.sockettwin.thing.DeviceKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints how fast one lane's history is written, how long roll-ups take and what questions cost at
/// so many rows, on one server.
///
/// Arguments: millions of rows, 10 by default.
public final class HistoryBenchmark {
  private static final int DEVICES = 500;
  private static final int BATCH = 500;

  private final TelemetryBench bench;
  private final List<DeviceKey> devices = new ArrayList<>();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

  private HistoryBenchmark(TelemetryBench bench) {
    this.bench = bench;
  }

  public static void main(String[] args) throws Exception {
    int millions = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "benchmark-");
    try (TelemetryBench bench = new TelemetryBench(folder)) {
      HistoryBenchmark benchmark = new HistoryBenchmark(bench);
      for (int i = 0; i < DEVICES; i++) {
        benchmark.devices.add(bench.device("d-" + i));
      }
      benchmark.write(20, "warm-up");
      benchmark.write(200, "written");
      benchmark.rollUp();
      benchmark.fill(millions);
      benchmark.ask();
    }
  }

  /// Decoding and the twin's machine are not measured: the messages are made before.
  private void write(int batches, String name) throws SQLException {
    Side side = bench.writer().join(device -> true);
    List<List<Heard>> all = new ArrayList<>();
    for (int batch = 0; batch < batches; batch++) {
      List<Heard> messages = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        Instant at = now.minusSeconds(3_600).plusMillis(1_000L * batch + i);
        String params =
            ("{'power_switch':1,'current':0.91%1$d,'voltage':229.%1$d,'power_factor':0.99,"
                    + "'active_power':208.%1$d,'apparent_power':210.%1$d,'total_kwh':12.%1$d,"
                    + "'count_down':0}")
                .formatted(100 + batch)
                .replace('\'', '"');
        messages.add(
            Heard.report(devices.get(i % DEVICES), at.plusNanos(name.length()), null, params));
      }
      all.add(messages);
    }
    long rows = (long) batches * BATCH;
    long nanos = bench.commitAll(side, all);
    System.out.printf("%s: %d rows, %.0f rows/s%n", name, rows, rows * 1e9 / nanos);
  }

  private void rollUp() throws SQLException {
    long began = System.nanoTime();
    RollUps rollUps = new RollUps(bench.database, bench.partitions);
    Layout layout = bench.layouts.of(TelemetryBench.PRODUCT).orElseThrow();
    while (rollUps.roll(layout)) {
      // until all is done
    }
    System.out.printf("rolled up all of it in %.2f s%n", (System.nanoTime() - began) / 1e9);
  }

  /// A report a device every so often, over 30 days.
  private void fill(int millions) throws SQLException {
    Instant from = now.minus(Duration.ofDays(30));
    for (int day = 0; day < 30; day++) {
      Instant at = from.plus(Duration.ofDays(day));
      bench.partitions.require(Level.REPORT.table(TelemetryBench.PRODUCT), at);
      for (Level level : Level.ROLL_UPS) {
        bench.partitions.require(level.table(TelemetryBench.PRODUCT), at);
      }
    }
    long each = 30L * 86_400 * DEVICES / (millions * 1_000_000L);
    long began = System.nanoTime();
    bench.ask(
        """
        insert into history.report_hrdg3ckwwz
          (device, at, received_at, token, power_switch, current, voltage, power_factor, active_power,
           apparent_power, total_kwh, count_down)
        select 'd-' || d, t, t, 'HRDG3CKWWZ-' || d, 1, random(), 220 + random(), random(), random() * 200,
          random() * 200, extract(epoch from t - timestamptz '%1$s') / 3600, 0
        from generate_series(timestamptz '%1$s', timestamptz '%2$s', interval '%3$d seconds') t,
          generate_series(0, %4$d) d
        on conflict do nothing
        """
            .formatted(from, now.minusSeconds(7_200), each, DEVICES - 1));
    bench.ask("vacuum analyze history.report_hrdg3ckwwz");
    System.out.printf(
        "filled in %.0f s, a report each %d s%n", (System.nanoTime() - began) / 1e9, each);
    System.out.println("rows: " + bench.ask("select count(*) from history.report_hrdg3ckwwz"));
    System.out.println(
        "bytes a row, index included: "
            + bench.ask(
                "select sum(pg_total_relation_size(inhrelid)) / (select count(*) from"
                    + " history.report_hrdg3ckwwz) from pg_inherits where inhparent ="
                    + " 'history.report_hrdg3ckwwz'::regclass"));
    bench.ask(
        "insert into history.arrival select 'HRDG3CKWWZ', min(at), max(at) from"
            + " history.report_hrdg3ckwwz");
    rollUp();
  }

  private void ask() {
    SeriesReader reader = new SeriesReader(new RowStream(bench.database));
    Instant start = start();
    ask(reader, "1 000 reports", now.minus(Duration.ofDays(3)), null);
    ask(reader, "a day by minute", now.minus(Duration.ofDays(5)), Step.MINUTE);
    ask(reader, "30 days by quarter of an hour", start, Step.MINUTES_15);
    ask(reader, "30 days by hour", start, Step.HOUR);
    ask(reader, "30 days by day", start, Step.DAY);
    PastTwinReader past =
        new PastTwinReader(
            new RowStream(bench.database), new ControlReader(new RowStream(bench.database)));
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      try {
        past.read(
            devices.get(7 + i),
            bench.layouts.of(TelemetryBench.PRODUCT).orElseThrow(),
            now.minus(Duration.ofDays(9)));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      System.out.printf("twin as it was: %.1f ms%n", (System.nanoTime() - began) / 1e6);
    }
  }

  private Instant start() {
    return now.minus(Duration.ofDays(30));
  }

  private void ask(SeriesReader reader, String name, Instant from, @Nullable Step step) {
    try {
      Layout layout = bench.layouts.of(TelemetryBench.PRODUCT).orElseThrow();
      Instant to = step == Step.MINUTE ? from.plus(Duration.ofDays(1)) : now;
      SeriesQuery query =
          new SeriesQuery(
              from,
              to,
              step,
              step == null ? Level.REPORT : step.source(from, to, ZoneId.of("UTC"), start()),
              ZoneId.of("UTC"),
              step == null ? List.of() : List.of(Aggregate.AVG, Aggregate.MAX),
              List.copyOf(layout.numeric()),
              step == null ? 1_000 : SeriesQuery.MAX_POINTS,
              null);
      for (int i = 0; i < 3; i++) {
        long began = System.nanoTime();
        int points = reader.page(devices.get(42 + i), query).points().size();
        System.out.printf(
            "%s: %d points in %.1f ms%n", name, points, (System.nanoTime() - began) / 1e6);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
