package io.sockettwin.loadsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceRatesTest {

  private static Scenario scenario(String yaml) {
    return switch (ScenarioReader.read(yaml)) {
      case ParsedScenario.Valid(Scenario scenario) -> scenario;
      case ParsedScenario.Invalid(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @Test
  void noReadyMadeScenarioExceedsWhatServicesTake() {
    for (String name : ReadyMade.NAMES) {
      Scenario scenario = scenario(ReadyMade.text(name).orElseThrow());
      assertThat(DeviceRates.warnings(scenario)).as(name).isEmpty();
    }
  }

  @Test
  void saysWhichPartOfTheFleetSaysTooMuch() {
    Scenario scenario =
        scenario(
            """
            name: loud
            sockets: 2
            controls-per-second: 20
            makes:
              - {name: quick, share: 50%, qos: 0}
              - {name: sure, share: 50%, qos: 1}
            """);
    assertThat(DeviceRates.warnings(scenario))
        .containsExactly(
            "each sure says 21.0 messages a second at QoS 1, but services take 10 from a device and"
                + " drop the rest (sockettwin.broker.acknowledged-per-second)");
  }

  @Test
  void countsWhatBrokenClientsSay() {
    Scenario scenario =
        scenario(
            """
            name: broken
            faults:
              - {fault: malformed-payloads, per-hour: 36000}
            """);
    assertThat(DeviceRates.warnings(scenario)).hasSize(1);
  }
}
