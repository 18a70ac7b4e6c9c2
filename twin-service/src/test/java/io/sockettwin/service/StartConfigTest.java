package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.startup.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sockettwin.broker.unacknowledged-per-second",
        "sockettwin.broker.acknowledged-per-second",
        "sockettwin.broker.in-flight-messages",
        "sockettwin.registration.requests-per-second-and-address",
        "sockettwin.tls.connections-per-second-and-address",
        "sockettwin.tls.max-connections",
        "sockettwin.tls.max-waiting",
        "sockettwin.twin.lanes",
        "sockettwin.twin.messages-per-second-to-a-device",
        "sockettwin.gateway.max-sub-devices",
        "sockettwin.trace.messages-per-minute",
        "sockettwin.push.concurrency",
        "sockettwin.push.attempts",
        "sockettwin.access.wrong-keys-per-minute",
        "sockettwin.access.requests-per-second"
      })
  void refusesARateOrALimitOfNone(String key) {
    for (String value : new String[] {"0", "-1"}) {
      assertThatThrownBy(() -> with(key, value))
          .isInstanceOf(StartupRefused.class)
          .hasMessage(
              "Invalid configuration: %s is \"%s\": it must be a whole number from 1 to 999999999.",
              key, value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sockettwin.twin.lanes, many",
    "sockettwin.access.session-life, soon",
    "sockettwin.broker.port, many"
  })
  void namesTheSettingOfTheWrongKind(String key, String value) {
    assertThatThrownBy(() -> with(key, value))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContainingAll("Invalid configuration: ", key, value)
        .message()
        .doesNotContain("Exception", "SRCFG");
  }

  @Test
  void takesOne() {
    assertThatCode(() -> with("sockettwin.twin.lanes", "1")).doesNotThrowAnyException();
  }

  private static StartConfig with(String key, String value) {
    System.setProperty(key, value);
    try {
      return StartConfig.read(Surroundings.companions());
    } finally {
      System.clearProperty(key);
    }
  }
}
