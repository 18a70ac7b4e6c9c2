package io.sockettwin.loadsim.warp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Sockets and twins through everything that goes wrong in the ready-made scenarios, from fixed
/// seeds and one that is fresh each day. A failure is repeated with the command in its text.
class ScenariosSimulationTest {

  private static final List<String> SCENARIOS =
      List.of(
          "quickstart",
          "brown-out",
          "duplicate-credentials",
          "flaky-wifi",
          "clock-skew",
          "overload-storm",
          "timers-at-seven",
          "slow-consumer",
          "mixed-clients");

  private static final int SOCKETS = 30;
  private static final Duration DURATION = Duration.ofMinutes(3);

  static Stream<Arguments> runs() {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    return SCENARIOS.stream()
        .flatMap(name -> Stream.of(1L, 2L, today).map(seed -> Arguments.of(name, seed)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void leavesNoDifference(String name, long seed) {
    Scenario scenario = Warps.scenario(name, SOCKETS, DURATION).withSeed(seed);
    Result result = Warps.run(scenario, Warps.twins());
    String again =
        "load-sim warp %s --sockets %d --duration 3m --seed %d".formatted(name, SOCKETS, seed);
    assertThat(result.differences()).as(again).isEmpty();
    assertThat(result.facts()).as(again).containsEntry("connected", 100.0);
    assertThat(result.facts().get("alarms.raised") > 0)
        .as("alarms are raised where sockets trip: " + again)
        .isEqualTo(result.facts().get("trips") > 0);
    assertThat(result.facts().get("reports.acked")).as(again).isGreaterThan(500);
  }
}
