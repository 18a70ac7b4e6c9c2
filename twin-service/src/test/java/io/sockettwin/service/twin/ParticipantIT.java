package io.sockettwin.service.twin;

import static io.sockettwin.service.twin.LaneBench.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.twin.LaneBench.Running;
import io.sockettwin.thing.DeviceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A feature takes part in the lane's transaction.
class ParticipantIT {
  private static final String ON = report("t-1", 1);
  private static LaneBench bench;

  private SwitchCounter counter;
  private Running lane;

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    bench = new LaneBench(folder);
    bench.ask(SwitchCounter.TABLE);
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    bench.close();
  }

  @BeforeEach
  void startLane() throws Exception {
    bench.ask("delete from switching");
    restart(Duration.ofHours(1));
  }

  @AfterEach
  void stopLane() throws Exception {
    bench.reset();
  }

  private void restart(Duration longest) throws Exception {
    bench.reset();
    counter = new SwitchCounter(longest);
    lane = bench.start(counter);
  }

  private static String report(String token, int on) {
    return "{\"method\":\"report\",\"clientToken\":\"%s\",\"params\":{\"power_switch\":%d}}"
        .formatted(token, on);
  }

  private static String times(DeviceKey device) {
    return bench.ask("select times from switching where name = '" + device.deviceName() + "'");
  }

  @Test
  void itsRowsStandWhenTheDeviceIsAnswered() throws Exception {
    DeviceKey device = bench.device("together");
    StringBuilder seen = new StringBuilder();
    bench.sending = text -> seen.append(times(device));
    soon(bench.hear(lane, device, "property", ON));
    assertThat(seen).hasToString("1");
    assertThat(counter.told).containsExactly("Said", "committed");
  }

  @Test
  void attemptThatFailsLeavesNothingOfIt() throws Exception {
    DeviceKey device = bench.device("again");
    bench.takeDatabaseAway();
    double before = bench.counted("batch.retries", "reason", "database");
    AtomicBoolean first = bench.hear(lane, device, "property", ON);
    Awaitility.await()
        .until(() -> bench.counted("batch.retries", "reason", "database") >= before + 2);
    assertThat(counter.told).doesNotContain("committed");
    bench.bringDatabaseBack();
    soon(first);
    soon(bench.hear(lane, device, "property", report("t-2", 0)));
    soon(bench.hear(lane, device, "property", report("t-3", 1)));
    assertThat(times(device)).isEqualTo("2");
  }

  @Test
  void wakesAndLetsTheDeviceBeControlled() throws Exception {
    restart(Duration.ofMillis(50));
    DeviceKey device = bench.device("toolong");
    soon(bench.hear(lane, device, "property", ON));
    Awaitility.await().until(() -> bench.stage("off-toolong-1").equals("ACCEPTED"));
    assertThat(counter.told).containsExactly("Said", "committed", "woken", "ControlRequested");
  }

  @Test
  void wakesAfterARestart() throws Exception {
    DeviceKey device = bench.device("patient");
    soon(bench.hear(lane, device, "property", ON));
    assertThat(lane.lane().armed()).isEqualTo(1);
    restart(Duration.ofHours(1));
    Awaitility.await().until(() -> bench.stage("off-patient-1").equals("ACCEPTED"));
    assertThat(lane.lane().armed()).isEqualTo(1); // the control's expiry
  }

  @Test
  void isWokenByName() throws Exception {
    DeviceKey device = bench.device("called");
    lane.lane().put(new Job.Woken(device, "somebody else", Instant.now()));
    lane.lane().put(new Job.Woken(device, counter.name(), Instant.now()));
    Awaitility.await().until(() -> bench.stage("off-called-0").equals("ACCEPTED"));
    assertThat(counter.told).containsExactly("woken", "ControlRequested");
  }

  @Test
  void endlessInputsOfItsOwnComeToAnEnd() throws Exception {
    DeviceKey device = bench.device("endless");
    soon(bench.hear(lane, device, "property", ON));
    assertThat(counter.told.stream().filter("WakeUp"::equals))
        .hasSize(LaneTransaction.MAX_FOLLOWING);
    assertThat(bench.counted("messages.dropped", "reason", "too many inputs of participants"))
        .isEqualTo(1);
  }

  @Test
  void itsBugCostsOneMessageAndNoOther() throws Exception {
    DeviceKey faulty = bench.device("faulty");
    DeviceKey sound = bench.device("sound");
    bench.takeDatabaseAway(); // so that they come in one batch
    AtomicBoolean first = bench.hear(lane, faulty, "property", ON);
    AtomicBoolean second = bench.hear(lane, sound, "property", ON);
    bench.bringDatabaseBack();
    soon(first);
    soon(second);
    assertThat(bench.rows("report", faulty)).isZero();
    assertThat(times(sound)).isEqualTo("1");
    assertThat(bench.counted("messages.dropped", "reason", "failed")).isEqualTo(1);
  }
}
