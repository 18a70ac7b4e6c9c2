package io.sockettwin.agent.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

  @Test
  void aPortAloneIsOneOfThisMachineOnly() {
    assertThat(PageAddress.parse("8092")).hasValue(new PageAddress("127.0.0.1", 8092));
  }

  @Test
  void readsHostAndPort() {
    assertThat(PageAddress.parse("0.0.0.0:0")).hasValue(new PageAddress("0.0.0.0", 0));
    assertThat(PageAddress.parse("[::1]:8091")).hasValue(new PageAddress("::1", 8091));
    assertThat(new PageAddress("::1", 8091)).hasToString("[::1]:8091");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "host:", ":8091", "::1:8091", "[host]:1", "host:65536", "-1"})
  void refusesAnythingElse(String text) {
    assertThat(PageAddress.parse(text)).isEmpty();
  }
}
