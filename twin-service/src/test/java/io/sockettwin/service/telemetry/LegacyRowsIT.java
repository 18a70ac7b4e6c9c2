package io.sockettwin.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyRowsIT {
  @Test
  void reportsAndEventsFromBeforeAreMoved(@TempDir Path folder) throws Exception {
    try (TelemetryBench bench = new TelemetryBench(folder, "2")) {
      bench.product(TelemetryBench.PRODUCT, TelemetryBench.socketTemplate());
      bench.device("old");
      bench.ask(
          "insert into report values ('HRDG3CKWWZ', 'old', '2026-10-01T12:00:00Z', 't-1',"
              + " '{\"voltage\":220.5,\"power_switch\":1}'),"
              + " ('HRDG3CKWWZ', 'old', '2026-11-02T12:00:00Z', 't-2',"
              + " '{\"voltage\":\"by an older template\",\"count_down\":5}')");
      bench.ask(
          "insert into event values ('HRDG3CKWWZ', 'old', '2026-10-01T12:00:00Z', 'e-1', 0,"
              + " 'status_report', 'INFO', '{\"status\":1}')");
      bench.migrate("latest");
      LegacyRows legacy = new LegacyRows(bench.database, bench.layouts, bench.partitions);
      legacy.move();
      legacy.move();
      assertThat(
              bench.ask(
                  "select string_agg(row(at::date, token, voltage, power_switch, count_down)::text,"
                      + " ' ' order by at) from history.report_hrdg3ckwwz"))
          .isEqualTo("(2026-10-01,t-1,220.5,1,) (2026-11-02,t-2,,,5)");
      assertThat(bench.ask("select params ->> 'status' from history.event")).isEqualTo("1");
      new RollUps(bench.database, bench.partitions)
          .roll(bench.layouts.of(TelemetryBench.PRODUCT).orElseThrow());
      assertThat(bench.ask("select count(*) from history.day_hrdg3ckwwz")).isEqualTo("2");
      assertThat(bench.ask("select to_regclass('history.report_untyped')")).isEqualTo("null");
    }
  }
}
