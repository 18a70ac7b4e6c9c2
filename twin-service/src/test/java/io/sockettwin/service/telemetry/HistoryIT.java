package io.sockettwin.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.telemetry.TelemetryBench.Heard;
import io.sockettwin.service.twin.Participant.Side;
import io.sockettwin.thing.DeviceKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of reports and events, and how it is rolled up and given up.
class HistoryIT {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final String TABLE = "history.report_hrdg3ckwwz";
  private static TelemetryBench bench;
  private static RollUps rollUps;

  private final Side side = bench.writer().join(device -> true);

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    bench = new TelemetryBench(folder);
    rollUps = new RollUps(bench.database, bench.partitions);
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    bench.close();
  }

  private void hears(DeviceKey device, Instant receivedAt, String params) throws SQLException {
    bench.commit(side, List.of(Heard.report(device, receivedAt, null, params)));
  }

  private static void rollUp() throws SQLException {
    Layout layout = bench.layouts.of(TelemetryBench.PRODUCT).orElseThrow();
    boolean more = true;
    while (more) {
      more = rollUps.roll(layout);
    }
  }

  private static String of(DeviceKey device, String what, String table) {
    return bench.ask(
        "select %s from %s where device = '%s'".formatted(what, table, device.deviceName()));
  }

  @Test
  void reportIsARowWithTypedColumnsNamedAfterItsProperties() throws Exception {
    DeviceKey device = bench.device("typed");
    hears(device, NOON, "{\"power_switch\":1,\"voltage\":220.100006,\"count_down\":60}");
    assertThat(
            of(
                device,
                "row(at at time zone 'UTC', power_switch, voltage, count_down, current, token)",
                TABLE))
        .isEqualTo("(\"2026-11-25 12:00:00\",1,220.100006,60,,t)");
    assertThat(
            bench.ask(
                "select string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position)"
                    + " from information_schema.columns where table_name = 'report_hrdg3ckwwz'"))
        .isEqualTo(
            "device text, at timestamp with time zone, received_at timestamp with time zone,"
                + " token text, power_switch smallint, current double precision,"
                + " voltage double precision, power_factor double precision,"
                + " active_power double precision, apparent_power double precision,"
                + " total_kwh double precision, count_down bigint");
  }

  @Test
  void messageDeliveredAgainIsTheSameRowAndTakesNoOtherWithIt() throws Exception {
    DeviceKey device = bench.device("again");
    Heard first = Heard.report(device, NOON, null, "{\"voltage\":1}");
    Heard second = Heard.report(device, NOON.plusSeconds(1), null, "{\"voltage\":2}");
    bench.commit(side, List.of(first));
    bench.commit(side, List.of(first, second, second));
    assertThat(of(device, "string_agg(voltage::text, ' ' order by at)", TABLE)).isEqualTo("1 2");
    String event =
        "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\","
            + "\"timestamp\":0,\"params\":{\"status\":1,\"message\":\"overcurrent\"}}";
    Heard trip = new Heard(device, "event", event, NOON);
    bench.commit(side, List.of(trip, trip));
    bench.commit(side, List.of(trip));
    assertThat(of(device, "count(*) || max(params ->> 'message')", "history.event"))
        .isEqualTo("1overcurrent");
  }

  @Test
  void reportsOfOneMomentAreNotOne() throws Exception {
    DeviceKey device = bench.device("coarse");
    Heard one = Heard.report(device, NOON.plusMillis(1), NOON, "{\"voltage\":1}");
    Heard other = Heard.report(device, NOON.plusMillis(2), NOON, "{\"voltage\":2}");
    bench.commit(side, List.of(one, other));
    assertThat(of(device, "count(*)", TABLE)).isEqualTo("2");
  }

  @Test
  void timesAreBoundedAndHaveAPartitionWhateverTheyAre() throws Exception {
    DeviceKey device = bench.device("clocks");
    Instant ancient = Instant.parse("2019-03-01T00:00:00Z");
    bench.commit(
        side,
        List.of(
            Heard.report(device, NOON, Instant.parse("2077-01-01T00:00:00Z"), "{\"voltage\":1}"),
            Heard.report(device, NOON.plusSeconds(1), ancient, "{\"voltage\":2}"),
            Heard.report(device, ancient, null, "{\"voltage\":3}")));
    assertThat(of(device, "string_agg(voltage || '@' || at::date, ' ' order by voltage)", TABLE))
        .isEqualTo("1@2026-11-25 2@2026-11-24 3@2019-03-01");
  }

  @Test
  void changedTemplateAddsColumnsAndLosesNothing() throws Exception {
    String id = "CHANGES123";
    bench.product(id, properties("level", "int", "at", "float"));
    DeviceKey device = bench.device(id, "changing");
    hears(device, NOON, "{\"level\":1,\"at\":0.5}");
    bench.product(id, properties("level", "float", "Extra-1", "int"));
    bench.learn();
    hears(device, NOON.plusSeconds(1), "{\"level\":1.5,\"Extra-1\":7}");
    bench.product(id, properties("level", "int", "at", "float"));
    bench.learn();
    hears(device, NOON.plusSeconds(2), "{\"level\":2}");
    assertThat(
            of(
                device,
                "string_agg(row(level, level_double, at_2, \"Extra-1\")::text, ' ' order by at)",
                "history.report_changes123"))
        .isEqualTo("(1,,0.5,) (,1.5,,7) (2,,,)");
    assertThat(
            bench.ask(
                "select count(*) from information_schema.columns where column_name ="
                    + " 'level_double_avg' and table_name = 'minute_changes123'"))
        .isEqualTo("1");
  }

  /// Pairs of id and type.
  private static String properties(String... pairs) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      all.append(i == 0 ? "" : ",")
          .append(
              "{\"id\":\"%s\",\"name\":\"\",\"mode\":\"rw\",\"define\":{\"type\":\"%s\",\"min\":\"0\",\"max\":\"9\"}}"
                  .formatted(pairs[i], pairs[i + 1]));
    }
    return "{\"properties\":[" + all + "]}";
  }

  @Test
  void reportByATemplateOfAMomentAgoFindsItsColumn() throws Exception {
    String id = "OLDREPORTS";
    bench.product(id, properties("level", "int"));
    DeviceKey device = bench.device(id, "late");
    hears(device, NOON, "{\"level\":3}");
    bench.product(id, properties("level", "float"));
    bench.layouts.renewChanged();
    hears(device, NOON.plusSeconds(1), "{\"level\":5}");
    bench.learn();
    hears(device, NOON.plusSeconds(2), "{\"level\":1.5}");
    assertThat(
            of(
                device,
                "string_agg(row(level, level_bigint)::text, ' ' order by at)",
                "history.report_oldreports"))
        .isEqualTo("(,3) (,5) (1.5,)");
  }

  @Test
  void rollUpsTellMinimumMeanMaximumLastAndCount() throws Exception {
    DeviceKey device = bench.device("rolled");
    for (int i = 0; i < 120; i++) {
      hears(device, NOON.plusSeconds(i), "{\"voltage\":" + (100 + i) + "}");
    }
    hears(device, NOON.plusSeconds(60).plusMillis(1), "{\"power_switch\":1}");
    rollUp();
    String row = "row(reports, voltage_min, voltage_avg, voltage_max, voltage_last, voltage_count)";
    assertThat(
            of(
                device,
                "string_agg(" + row + "::text, ' ' order by at)",
                "history.minute_hrdg3ckwwz"))
        .isEqualTo("(60,100,129.5,159,159,60) (61,160,189.5,219,219,60)");
    assertThat(of(device, row, "history.hour_hrdg3ckwwz")).isEqualTo("(121,100,159.5,219,219,120)");
    assertThat(
            of(
                device,
                "row(at at time zone 'UTC', power_switch_avg, current_avg, current_count)",
                "history.day_hrdg3ckwwz"))
        .isEqualTo("(\"2026-11-25 00:00:00\",1,,0)");
    assertThat(bench.ask("select count(*) from history.arrival where product_id = 'HRDG3CKWWZ'"))
        .isEqualTo("0");
  }

  @Test
  void lateReportChangesWhatIsRolledUpAlready() throws Exception {
    DeviceKey device = bench.device("belated");
    hears(device, NOON, "{\"voltage\":10}");
    rollUp();
    Instant yesterday = NOON.minus(Duration.ofHours(20));
    bench.commit(
        side,
        List.of(
            Heard.report(device, NOON.plusSeconds(5), NOON.plusSeconds(1), "{\"voltage\":20}"),
            Heard.report(device, NOON.plusSeconds(6), yesterday, "{\"voltage\":30}")));
    rollUp();
    assertThat(
            of(
                device,
                "string_agg(voltage_avg || '/' || reports, ' ' order by at)",
                "history.day_hrdg3ckwwz"))
        .isEqualTo("30/1 15/2");
  }

  @Test
  void nothingIsRolledUpTwiceNorNeverWhenARoundFails() throws Exception {
    DeviceKey device = bench.device("failing");
    hears(device, NOON, "{\"voltage\":10}");
    bench.ask(
        "alter table history.day_hrdg3ckwwz add constraint poison check (device <> 'failing')");
    assertThatThrownBy(HistoryIT::rollUp).isInstanceOf(SQLException.class);
    assertThat(of(device, "count(*)", "history.minute_hrdg3ckwwz")).isEqualTo("0");
    bench.ask("alter table history.day_hrdg3ckwwz drop constraint poison");
    rollUp();
    assertThat(of(device, "reports", "history.day_hrdg3ckwwz")).isEqualTo("1");
  }

  @Test
  void oldPartitionsAreDroppedAndNewOnesMadeAhead() throws Exception {
    DeviceKey device = bench.device("aging");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    hears(device, now.minus(Duration.ofDays(60)), "{\"voltage\":1}");
    hears(device, now, "{\"voltage\":2}");
    rollUp();
    new Retention(
            bench.database,
            bench.layouts,
            bench.partitions,
            bench.metrics,
            Spans.DEFAULT,
            List.of())
        .sweep(now);
    assertThat(of(device, "string_agg(voltage::text, ' ')", TABLE)).isEqualTo("2");
    assertThat(of(device, "count(*)", "history.minute_hrdg3ckwwz")).isEqualTo("2");
    String next =
        Level.REPORT
            .table(TelemetryBench.PRODUCT)
            .partition(Span.WEEK.start(now.plus(Duration.ofDays(3))));
    assertThat(bench.ask("select to_regclass('history." + next + "') is not null")).isEqualTo("t");
    hears(device, now.minus(Duration.ofDays(60)), "{\"voltage\":3}");
    assertThat(of(device, "count(*)", TABLE)).isEqualTo("2");
  }

  @Test
  void deletedDeviceTakesItsPastAlong() throws Exception {
    DeviceKey device = bench.device("deleted");
    hears(device, NOON, "{\"voltage\":1}");
    rollUp();
    bench.ask("delete from device where name = 'deleted'");
    for (String table : List.of("report", "minute", "hour", "day")) {
      assertThat(of(device, "count(*)", "history." + table + "_hrdg3ckwwz")).isEqualTo("0");
    }
  }

  @Test
  void deletedProductTakesItsTablesAlong() throws Exception {
    bench.product("SHORTLIVED", properties("level", "int"));
    bench.layouts.renewChanged();
    assertThat(bench.ask("select to_regclass('history.report_shortlived')")).isNotEqualTo("null");
    bench.ask("delete from product where id = 'SHORTLIVED'");
    assertThat(bench.ask("select to_regclass('history.report_shortlived')")).isEqualTo("null");
    bench.layouts.renewChanged();
    bench.product("SHORTLIVED", properties("level", "float"));
    bench.layouts.renewChanged();
    assertThat(bench.ask("select to_regclass('history.report_shortlived')")).isNotEqualTo("null");
  }

  /// What the documentation shows works.
  @Test
  void sqlOfTheDocumentationRuns() throws Exception {
    DeviceKey device = bench.device("demo-socket");
    Instant now = Instant.now();
    hears(device, now, "{\"power_switch\":1,\"voltage\":220,\"current\":1,\"active_power\":200}");
    rollUp();
    String text = Files.readString(Path.of("../src-docs/history.adoc"));
    List<String> examples =
        Pattern.compile("\\[source,sql]\n----\n(.*?)\n----", Pattern.DOTALL)
            .matcher(text)
            .results()
            .map(example -> example.group(1))
            .toList();
    assertThat(examples).hasSize(5);
    examples.forEach(bench::ask);
    assertThat(bench.ask(examples.getLast())).isNotEmpty();
  }
}
