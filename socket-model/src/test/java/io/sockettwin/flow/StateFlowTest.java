package io.sockettwin.flow;

import static io.sockettwin.flow.Watched.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Flows on data and on status, whose filter is true or false at any time.
class StateFlowTest {
  /// @param more members of the condition
  /// @param clear a member of the flow
  private static Watched low(String more, String clear) {
    String condition = "{\"property\":\"voltage\",\"is\":\"<\",\"value\":200" + more + "}";
    return Watched.by("{\"input\":\"data\",\"filter\":" + condition + clear + "}");
  }

  @Test
  void raisesWhenTheFilterComesTrueAndClearsWhenItNoLongerIs() {
    Watched socket = low("", "");
    socket.reports("{\"voltage\":230}").reports("{\"voltage\":190.5}").reports("{\"voltage\":180}");
    socket.passes(9).reports("{\"voltage\":210}");
    assertThat(socket.log)
        .containsExactly(
            "raised 1 at 0 s: voltage 190.5 < 200.0",
            "cleared 1 at 9 s: the filter no longer holds");
  }

  @Test
  void hysteresisKeepsItUntilTheOtherLimit() {
    Watched socket = low(",\"until\":210", "");
    socket.reports("{\"voltage\":199}").reports("{\"voltage\":205}").reports("{\"voltage\":199}");
    assertThat(socket.log).hasSize(1);
    socket.reports("{\"voltage\":210}");
    assertThat(socket.log).hasSize(2);
  }

  @Test
  void durationComesTrueWithoutANewMessage() {
    Watched socket = low(",\"for\":\"PT5M\"", "");
    socket.reports("{\"voltage\":199}").passes(300);
    assertThat(socket.log).isEmpty();
    socket.passes(2);
    assertThat(socket.log).containsExactly("raised 1 at 300 s: voltage 199.0 < 200.0 for PT5M");
  }

  @Test
  void durationBeginsAnewAfterAnInterruption() {
    Watched socket = low(",\"for\":\"PT5M\"", "");
    socket.reports("{\"voltage\":199}").passes(200).reports("{\"voltage\":201}").passes(1);
    socket.reports("{\"voltage\":199}").passes(298);
    assertThat(socket.log).isEmpty();
    socket.passes(4);
    assertThat(socket.log).hasSize(1);
  }

  @Test
  void messageOnItsWayWhenTheDurationEndsIsHeardFirst() {
    Watched socket = low(",\"for\":\"PT5M\"", "");
    socket.reports("{\"voltage\":199}").passes(300);
    socket.reports("{\"voltage\":230}", socket.now.minusMillis(5)).passes(600);
    assertThat(socket.log).isEmpty();
  }

  @Test
  void olderReportThatComesLateChangesNothing() {
    Watched socket = low("", "").passes(60);
    socket.reports("{\"voltage\":230}").reports("{\"voltage\":150}", START);
    assertThat(socket.log).isEmpty();
  }

  @Test
  void latePropertyThatNothingNewerIsKnownOfCounts() {
    Watched socket = low("", "").passes(60);
    socket.reports("{\"current\":1}").reports("{\"voltage\":150}", START);
    assertThat(socket.log).hasSize(1);
  }

  @Test
  void clockOfADeviceMayBeSlow() {
    Watched socket = low(",\"for\":\"PT5M\"", "").passes(7200);
    for (int i = 0; i < 5; i++) {
      socket.passes(60).reports("{\"voltage\":199}", socket.now.minusSeconds(7200));
    }
    assertThat(socket.log).isEmpty();
    socket.passes(61);
    assertThat(socket.log).singleElement().asString().startsWith("raised 1 at 360 s");
  }

  @Test
  void clockThatWasSetBackIsBelievedAfterAMinute() {
    Watched socket = low("", "").passes(7200).reports("{\"voltage\":230}");
    for (int i = 0; i <= 6; i++) {
      socket.passes(10).reports("{\"voltage\":150}", START.plusSeconds(10L * i));
    }
    assertThat(socket.log).hasSize(1);
  }

  @Test
  void clearingMayTakeItsTimeAndCountsWhatComesBetween() {
    Watched socket = low("", ",\"clear\":{\"after\":\"PT1M\"}");
    socket.reports("{\"voltage\":199}").reports("{\"voltage\":230}").passes(30);
    socket.reports("{\"voltage\":199}").reports("{\"voltage\":230}").passes(62);
    assertThat(socket.log)
        .containsExactly(
            "raised 1 at 0 s: voltage 199.0 < 200.0",
            "repeated 1 at 30 s, 2 hits",
            "cleared 1 at 90 s: the filter no longer holds");
  }

  @Test
  void ownConditionForTheEnd() {
    Watched socket =
        low(
            "",
            ",\"clear\":{\"when\":{\"property\":\"voltage\",\"is\":\">\",\"value\":220},"
                + "\"after\":\"PT1M\"}");
    socket.reports("{\"voltage\":199}").reports("{\"voltage\":210}").passes(600);
    assertThat(socket.log).hasSize(1);
    socket.reports("{\"voltage\":221}").passes(62);
    assertThat(socket.log).last().isEqualTo("cleared 1 at 660 s: voltage > 220.0 for PT1M");
  }

  @Test
  void offlineForAWhile() {
    Watched socket =
        Watched.by("{\"input\":\"status\",\"filter\":{\"status\":\"offline\",\"for\":\"PT5M\"}}");
    socket.connects().passes(600).disconnects().passes(299).connects().passes(600);
    assertThat(socket.log).isEmpty();
    socket.disconnects().passes(302);
    assertThat(socket.log).containsExactly("raised 1 at 1799 s: offline for PT5M");
    socket.connects();
    assertThat(socket.log).hasSize(2);
  }

  @Test
  void silentThoughConnected() {
    Watched socket =
        Watched.by("{\"input\":\"status\",\"filter\":{\"status\":\"silent\",\"for\":\"PT1M\"}}");
    socket.connects();
    for (int i = 0; i < 10; i++) {
      socket.passes(30).reports("{\"voltage\":230}");
    }
    assertThat(socket.log).isEmpty();
    socket.passes(62);
    assertThat(socket.log).singleElement().asString().startsWith("raised 1 at 360 s");
    socket.reports("{\"voltage\":230}");
    assertThat(socket.log).hasSize(2);
    socket.disconnects().passes(3600);
    assertThat(socket.log).hasSize(2);
  }

  @Test
  void changeOfAProperty() {
    Watched socket =
        Watched.by(
            "{\"input\":\"data\",\"filter\":{\"property\":\"power_switch\",\"changed\":true},"
                + "\"clear\":{\"after\":\"PT10S\"}}");
    socket.reports("{\"power_switch\":0}").reports("{\"power_switch\":0}");
    assertThat(socket.log).isEmpty();
    socket.reports("{\"power_switch\":1}").reports("{\"power_switch\":0}").passes(12);
    assertThat(socket.log).hasSize(3).last().asString().startsWith("cleared 1 at 10 s");
  }

  @Test
  void rateOfChange() {
    Watched socket =
        Watched.by(
            "{\"input\":\"data\",\"filter\":{\"property\":\"active_power\",\"rate\":\">\","
                + "\"value\":100,\"per\":\"PT1M\"}}");
    for (int i = 0; i < 90; i++) {
      socket.passes(1).reports("{\"active_power\":" + (500 + i) + "}");
    }
    assertThat(socket.log).isEmpty();
    for (int i = 0; i < 30; i++) {
      socket.passes(1).reports("{\"active_power\":" + (590 + i * 5) + "}");
    }
    assertThat(socket.log).hasSize(1);
    assertThat(socket.state.memory().traces().getFirst().marks()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void energyOfTheMonthOverAResetAndIntoTheNext() {
    Watched socket =
        Watched.by(
            "{\"input\":\"data\",\"filter\":{\"property\":\"total_kwh\",\"gained\":\"month\","
                + "\"value\":30,\"price\":0.5,\"zone\":\"Europe/Berlin\"}}");
    socket.reports("{\"total_kwh\":900}").reports("{\"total_kwh\":950}");
    socket.reports("{\"total_kwh\":1}").reports("{\"total_kwh\":10.9}");
    assertThat(socket.log).isEmpty();
    socket.reports("{\"total_kwh\":11.5}");
    assertThat(socket.log).hasSize(1);
    socket.passes(Duration.ofDays(31));
    assertThat(socket.log)
        .last()
        // To the midnight after 31 days, one hour less because of summer time.
        .isEqualTo("cleared 1 at " + (31 * 86400 - 12 * 3600) + " s: the filter no longer holds");
    socket.reports("{\"total_kwh\":71.6}");
    assertThat(socket.log).hasSize(3);
  }

  @Test
  void hoursOfTheDayBeginAndEndByThemselves() {
    Watched socket =
        Watched.by(
            """
            {"input": "data", "filter": {"all": [
              {"property": "power_switch", "is": "=", "value": 1},
              {"between": ["22:00", "06:00"], "days": ["sunday"], "zone": "Asia/Shanghai"}]}}
            """);
    socket.reports("{\"power_switch\":1}").passes(Duration.ofDays(6));
    // 10:00 Z on Sunday the 1st is 18:00 in Shanghai.
    assertThat(socket.log)
        .containsExactly(
            "raised 1 at 14400 s: power_switch 1 = 1 and between 22:00 and 06:00 Asia/Shanghai",
            "cleared 1 at 43200 s: the filter no longer holds");
  }

  @Test
  void expressionsAndAlternatives() {
    Watched socket =
        Watched.by(
            """
            {"input": "data", "filter": {"any": [
              {"expression": "heavy", "for": "PT10S"},
              {"property": "current", "is": ">=", "value": 4.9, "times": 2, "within": "PT1M"}]}}
            """);
    socket.reports("{\"active_power\":2500}").passes(9).reports("{\"active_power\":100}");
    socket.reports("{\"current\":5}").reports("{\"current\":6}").passes(5);
    assertThat(socket.log).isEmpty();
    socket.reports("{\"current\":0}").reports("{\"current\":5}");
    assertThat(socket.log).hasSize(1);
    socket.passes(61);
    assertThat(socket.log).hasSize(2);
  }

  @Test
  void memoryDoesNotChangeWithEachReport() {
    Watched socket = low(",\"for\":\"PT5M\"", "").reports("{\"voltage\":230}");
    Memory before = socket.state.memory();
    for (int i = 0; i < 100; i++) {
      socket.passes(1).reports("{\"voltage\":" + (201 + i % 30) + "}");
    }
    assertThat(socket.state.memory()).isSameAs(before);
  }

  @Test
  void aWakeUpTooManyDoesNothing() {
    Watched socket = low(",\"for\":\"PT5M\"", "").reports("{\"voltage\":199}").passes(302);
    FlowState before = socket.state;
    socket.feed(new FlowInput.WakeUp()).feed(new FlowInput.WakeUp());
    assertThat(socket.state).isEqualTo(before);
  }

  @Test
  void aRestartNeitherRaisesNorClearsWhatHasNotChanged() {
    Watched socket = low(",\"for\":\"PT5M\"", "").reports("{\"voltage\":199}").passes(302);
    assertThat(socket.log).hasSize(1);
    socket.restarts().restarts().reports("{\"voltage\":198}");
    assertThat(socket.log).hasSize(1);
  }
}
