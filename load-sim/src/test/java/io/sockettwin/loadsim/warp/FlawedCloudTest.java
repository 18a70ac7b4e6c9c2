package io.sockettwin.loadsim.warp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.report.Result.Verdict;
import io.sockettwin.loadsim.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A service with a flaw is found out, and the flaw is named.
class FlawedCloudTest {

  private static Result run(Cloud cloud) {
    return Warps.run(Warps.scenario("quickstart", 50, Duration.ofMinutes(4)), cloud);
  }

  private static List<Kind> kinds(Result result) {
    return result.differences().stream().map(Difference::kind).distinct().sorted().toList();
  }

  @Test
  void findsNothingWrongWithGoodTwins() {
    Result result = run(new FlawedCloud());
    assertThat(result.differences()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void findsOneLostAcknowledgementInAThousand() {
    Result result = run(new FlawedCloud.LosesAcks());
    long expected = (long) (result.facts().get("reports.sent") / 1_000);
    assertThat(expected).isPositive();
    assertThat(result.facts()).containsEntry("reports.lost", (double) expected);
    assertThat(kinds(result)).containsExactly(Kind.UNANSWERED);
    assertThat(result.differences()).hasSize((int) expected);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void findsWhatWasAcknowledgedAndNotKept() {
    Result result = run(new FlawedCloud.AcksTooSoon());
    assertThat(kinds(result)).contains(Kind.HISTORY_MISSING);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void findsADoubledAlarm() {
    Result result = run(new FlawedCloud.DoublesAnAlarm());
    assertThat(result.differences())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(Kind.EVENTS_DOUBLED);
          assertThat(it.detail()).matches("\\d+ events for \\d+ trips");
        });
  }

  @Test
  void findsMissingAlarms() {
    assertThat(kinds(run(new FlawedCloud.MissesAlarms())))
        .containsExactly(Kind.EVENTS_MISSING, Kind.ALARM_MISSING);
  }

  @Test
  void findsAnAlarmThatNoRuleRaises() {
    assertThat(kinds(run(new FlawedCloud.RaisesNothing()))).containsExactly(Kind.ALARM_MISSING);
  }

  @Test
  void findsTimersThatFireTwiceOrNever() {
    Scenario scenario = Warps.scenario("timers-at-seven", 20, Duration.ofMinutes(1));
    assertThat(Warps.run(scenario, new FlawedCloud()).differences()).isEmpty();
    assertThat(kinds(Warps.run(scenario, new FlawedCloud.FiresTimers(2))))
        .containsExactly(Kind.TIMER_DOUBLED);
    assertThat(kinds(Warps.run(scenario, new FlawedCloud.FiresTimers(0))))
        .containsExactly(Kind.TIMER_MISSING);
  }

  @Test
  void findsATwinThatIsWrong() {
    Result result = run(new FlawedCloud.ShowsAllOff());
    assertThat(kinds(result)).containsExactly(Kind.TWIN_WRONG);
    assertThat(result.differences().getFirst().detail()).isEqualTo("power_switch is 1, shown as 0");
  }

  @Test
  void findsControlsThatNeverArrive() {
    assertThat(kinds(run(new FlawedCloud.SwallowsControls()))).containsExactly(Kind.CONTROL_LOST);
  }
}
