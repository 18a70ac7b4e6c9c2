package io.sockettwin.loadsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.check.Expectation.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

  private static Expectation parse(String text) {
    return switch (Expectation.parse(text)) {
      case Parsed.Valid(Expectation expectation) -> expectation;
      case Parsed.Invalid(String sentence) -> throw new AssertionError(sentence);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "report.p99 < 250ms, 249.9, true",
    "report.p99 < 250ms, 250, false",
    "report.p99 <= 0.25s, 250, true",
    "reports.lost == 0, 0, true",
    "reports.lost == 0, 1, false",
    "reports.lost != 0, 1, true",
    "connected >= 99.5%, 99.5, true",
    "trips > 3, 3, false",
  })
  void comparesWithTheFact(String text, double value, boolean fulfilled) {
    Expectation expectation = parse(text);
    Facts facts = new Facts();
    facts.put(expectation.fact(), value);
    assertThat(expectation.check(facts).fulfilled()).isEqualTo(fulfilled);
  }

  @Test
  void isNotFulfilledByWhatNobodyKnows() {
    assertThat(parse("report.p99 < 250ms").check(new Facts()).fulfilled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "report.p99 < 250, report.p99 is a time",
    "reports.lost == 0ms, reports.lost is a count",
    "connected == 100, connected is a share",
    "alarms.late == 0, no fact called alarms.late",
    "reports.lost, not of the form",
  })
  void refusesWithAReason(String text, String reason) {
    assertThat(Expectation.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class, it -> assertThat(it.sentence()).contains(reason));
  }
}
