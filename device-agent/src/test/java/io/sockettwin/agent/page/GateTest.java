package io.sockettwin.agent.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private final Gate gate = Gate.of("pi.local");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8091",
        "LOCALHOST:8091",
        "127.0.0.1:8091",
        "192.168.1.5",
        "[::1]:8091",
        "[fe80::1]",
        "pi.local:8091"
      })
  void knowsTheNamesAndAddressesOfThisMachine(String host) {
    assertThat(gate.check(host, null, true)).isEmpty();
  }

  /// The last ones would resolve to this machine if its owner wished so.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8091",
        "::1",
        "[::1",
        "",
        "localhost:8091@evil.example"
      })
  void turnsAwayOtherNames(String host) {
    assertThat(gate.check(host, null, false)).hasValue(Problem.FOREIGN_HOST);
  }

  @Test
  void turnsAwayWhoeverDoesNotSayWhomTheyMean() {
    assertThat(gate.check(null, null, false)).hasValue(Problem.FOREIGN_HOST);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8091, true",
    "http://localhost:8092, false",
    "https://localhost:8091, false",
    "http://127.0.0.1:8091, false",
    "http://evil.example, false",
    "null, false"
  })
  void onlyThePageItselfMayChangeAnything(String origin, boolean may) {
    assertThat(gate.check("localhost:8091", origin, true).isEmpty()).isEqualTo(may);
  }

  @Test
  void programsHaveNoOrigin() {
    assertThat(gate.check("localhost:8091", null, true)).isEmpty();
  }
}
