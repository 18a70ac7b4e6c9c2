package io.sockettwin.loadsim.warp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The worst network, twice.
class DeterminismSimulationTest {

  private static final Scenario SCENARIO = Warps.scenario("flaky-wifi", 20, Duration.ofMinutes(2));

  @SuppressWarnings("ArrayRecordComponent")
  private record Run(byte[] trace, Result result) {}

  private static Run run(long seed) {
    ByteArrayOutputStream trace = new ByteArrayOutputStream();
    Result result = Warps.run(SCENARIO.withSeed(seed), Warps.twins(), new TraceWriter(trace));
    return new Run(trace.toByteArray(), result);
  }

  @Test
  void isTheSameToTheLastByteForTheSameSeed() {
    Run first = run(7);
    Run second = run(7);
    assertThat(first.trace()).hasSizeGreaterThan(100_000).isEqualTo(second.trace());
    assertThat(first.result().facts()).isEqualTo(second.result().facts());
    assertThat(first.result().curves()).isEqualTo(second.result().curves());
  }

  @Test
  void isAnotherForAnotherSeed() {
    assertThat(run(7).trace()).isNotEqualTo(run(8).trace());
  }
}
