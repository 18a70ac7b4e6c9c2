package io.sockettwin.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {

  @Test
  void readsHostAndPort() {
    assertThat(ServiceAddress.parse("pi.local:1884"))
        .hasValue(new ServiceAddress("pi.local", 1884));
    assertThat(ServiceAddress.parse("[::1]:1884")).hasValue(new ServiceAddress("::1", 1884));
  }

  @Test
  void takesTheUsualPortForAHostAlone() {
    assertThat(ServiceAddress.parse("pi.local")).hasValue(new ServiceAddress("pi.local", 1883));
    assertThat(ServiceAddress.parse("[::1]")).hasValue(new ServiceAddress("::1", 1883));
  }

  @Test
  void isEncryptedWhereItSaysSo() {
    assertThat(ServiceAddress.parse("mqtts://pi.local"))
        .hasValue(new ServiceAddress("pi.local", 8883, true));
    assertThat(ServiceAddress.parse("mqtts://[::1]:1"))
        .hasValue(new ServiceAddress("::1", 1, true));
    assertThat(ServiceAddress.parse("mqtt://pi.local"))
        .hasValue(new ServiceAddress("pi.local", 1883));
    assertThat(new ServiceAddress("::1", 1, true)).hasToString("mqtts://[::1]:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":1883",
        "host:",
        "host:0",
        "host:65536",
        "host:x",
        "::1",
        "a:b:1",
        "mqtts://",
        "http://pi.local",
        "mqtts://a/b"
      })
  void refusesAnythingElse(String text) {
    assertThat(ServiceAddress.parse(text)).isEmpty();
  }
}
