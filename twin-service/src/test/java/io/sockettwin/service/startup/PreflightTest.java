package io.sockettwin.service.startup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private static final String KEY = "some.port";

  @Test
  void refusesAPortInUseAndNamesTheKeyThatChangesIt() throws IOException {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> Preflight.requireFreePort("HTTP", "127.0.0.1", used.getLocalPort(), KEY))
          .isInstanceOf(StartupRefused.class)
          .hasMessageContaining("HTTP port " + used.getLocalPort() + " on 127.0.0.1")
          .hasMessageContaining(KEY);
    }
    Preflight.requireFreePort("HTTP", "127.0.0.1", 0, KEY);
  }

  @Test
  void refusesAPortThatCannotExist() {
    assertThatThrownBy(() -> Preflight.requireFreePort("HTTP", "127.0.0.1", 70_000, KEY))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining(KEY);
  }

  @Test
  void refusesABrokerNobodyListensAt() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    URI address = URI.create("tcp://127.0.0.1:" + closed);
    assertThatThrownBy(() -> Preflight.requireReachable("MQTT broker", address, 1883, KEY))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("MQTT broker at 127.0.0.1:" + closed + " is unreachable")
        .hasMessageContaining(KEY);
  }

  @Test
  void refusesABrokerAddressWithoutHost() {
    assertThatThrownBy(
            () -> Preflight.requireReachable("MQTT broker", URI.create("broker"), 1883, KEY))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("names no host");
  }
}
