package io.sockettwin.service.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.telemetry.TelemetryBench;
import io.sockettwin.service.telemetry.TelemetryBench.Heard;
import io.sockettwin.service.twin.Participant.Side;
import io.sockettwin.thing.DeviceKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stored of energy, in the transaction of the reports.
class EnergyIT {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static TelemetryBench bench;

  private final Side side = lane();

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    bench = new TelemetryBench(folder);
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    bench.close();
  }

  private static Side lane() {
    return new EnergyCounter(bench.templates, bench.partitions).join(device -> true);
  }

  private static void reads(Side lane, DeviceKey device, Duration after, double kwh)
      throws SQLException {
    String params = "{\"total_kwh\":" + kwh + "}";
    bench.commit(lane, List.of(Heard.report(device, NOON.plus(after), null, params)));
  }

  private static String lifetime(DeviceKey device) {
    return bench.ask(
        "select lifetime_milliwatt_hours from energy_count where name = '"
            + device.deviceName()
            + "'");
  }

  private static String quarters(DeviceKey device) {
    return bench.ask(
        "select string_agg(to_char(at at time zone 'UTC', 'HH24:MI') || '=' || round(kwh::numeric, 6),"
            + " ' ' order by at) from history.consumption where device = '"
            + device.deviceName()
            + "'");
  }

  @Test
  void energyOfEachQuarterIsThereAtOnceAndAfterARestart() throws Exception {
    DeviceKey device = bench.device("quarters");
    reads(side, device, Duration.ZERO, 10);
    reads(side, device, Duration.ofMinutes(5), 10.1);
    assertThat(quarters(device)).isEqualTo("12:00=0.100000");
    Side restarted = lane();
    reads(restarted, device, Duration.ofMinutes(10), 10.2);
    reads(restarted, device, Duration.ofMinutes(20), 10.4);
    assertThat(quarters(device)).isEqualTo("12:00=0.300000 12:15=0.100000");
    assertThat(lifetime(device)).isEqualTo("10400000");
  }

  @Test
  void messageDeliveredAgainAfterARestartCountsOnce() throws Exception {
    DeviceKey device = bench.device("twice");
    reads(side, device, Duration.ZERO, 10);
    reads(side, device, Duration.ofMinutes(1), 10.01);
    Side restarted = lane();
    reads(restarted, device, Duration.ZERO, 10);
    reads(restarted, device, Duration.ofMinutes(1), 10.01);
    assertThat(lifetime(device)).isEqualTo("10010000");
    assertThat(quarters(device)).isEqualTo("12:00=0.010000");
  }

  @Test
  void doubtOutlivesARestart() throws Exception {
    DeviceKey device = bench.device("doubt");
    reads(side, device, Duration.ZERO, 50);
    reads(side, device, Duration.ofMinutes(1), 0.01);
    assertThat(lifetime(device)).isEqualTo("50000000");
    reads(lane(), device, Duration.ofMinutes(2), 0.02);
    assertThat(lifetime(device)).isEqualTo("50020000");
  }

  @Test
  void replicaWithAnOlderCountMustReadItAnew() throws Exception {
    DeviceKey device = bench.device("shared");
    Side other = lane();
    reads(side, device, Duration.ZERO, 10);
    reads(other, device, Duration.ofMinutes(1), 10.01);
    assertThatThrownBy(() -> reads(side, device, Duration.ofMinutes(2), 10.03))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("40001");
    reads(side, device, Duration.ofMinutes(2), 10.03);
    assertThat(lifetime(device)).isEqualTo("10030000");
  }

  @Test
  void replacedHardwareGoesOnWhereTheOldOneStopped() throws Exception {
    DeviceKey device = bench.device("replaced");
    reads(side, device, Duration.ZERO, 50);
    bench.ask(
        "insert into hardware_replacement (product_id, name, at, author, note)"
            + " values ('%s', '%s', '%s', '', '')"
                .formatted(
                    device.productId(), device.deviceName(), NOON.plus(Duration.ofHours(1))));
    bench.wake(side, device);
    bench.wake(side, device);
    reads(side, device, Duration.ofHours(2), 0.5);
    assertThat(lifetime(device)).isEqualTo("50500000");
    assertThat(bench.ask("select jumps from energy_count where name = 'replaced'")).isEqualTo("1");
  }

  @Test
  void deviceAtRestIsWrittenOnceAQuarter() throws Exception {
    DeviceKey device = bench.device("rests");
    for (int minute = 0; minute < 30; minute++) {
      reads(side, device, Duration.ofMinutes(minute), 7);
    }
    assertThat(bench.ask("select version from energy_count where name = 'rests'")).isEqualTo("2");
    reads(side, device, Duration.ofMinutes(31), 7.001);
    assertThat(quarters(device)).isEqualTo("12:15=0.000500 12:30=0.000500");
  }

  @Test
  void deletedDeviceTakesItsEnergyAlong() throws Exception {
    DeviceKey device = bench.device("deleted");
    reads(side, device, Duration.ZERO, 1);
    reads(side, device, Duration.ofMinutes(20), 1.1);
    reads(side, device, Duration.ofMinutes(40), 1.2);
    assertThat(quarters(device)).isNotEqualTo("null");
    bench.ask("delete from device where name = 'deleted'");
    assertThat(quarters(device)).isEqualTo("null");
  }
}
