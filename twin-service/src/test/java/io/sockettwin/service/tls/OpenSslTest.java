package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An implementation of TLS that is not ours agrees.
class OpenSslTest {
  private static final String KEY = HexFormat.of().formatHex(Front.SECRET.key());
  private static final String SUITE = "PSK-AES128-CBC-SHA";

  private Front front;

  @BeforeAll
  static void needsOpenSsl() {
    assumeTrue(OpenSsl.installed(), "openssl is not installed here");
  }

  @BeforeEach
  void open() throws IOException {
    front = new Front(Map.of());
  }

  @AfterEach
  void close() throws IOException {
    front.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {SUITE, "PSK-AES256-CBC-SHA"})
  void carriesBytesBothWays(String suite) throws IOException {
    try (OpenSsl device = OpenSsl.psk(front.port(), Front.DEVICE.clientId(), KEY, suite)) {
      device.send(Mqtt.connect(Front.DEVICE));
      try (Socket broker = front.arrival()) {
        assertThat(Packets.complete(Packets.read(broker.getInputStream())).clientId())
            .isEqualTo(Front.DEVICE.clientId());
        broker.getOutputStream().write(HexFormat.of().parseHex(Mqtt.ACCEPTED));
        assertThat(Mqtt.read(device.received())).isEqualTo(Mqtt.ACCEPTED);
      }
    }
  }

  @Test
  void isToldTheSameForAWrongKeyAndAnUnknownIdentity() throws Exception {
    String known = Front.DEVICE.clientId();
    try (OpenSsl wrong = OpenSsl.psk(front.port(), known, "00".repeat(16), SUITE);
        OpenSsl unknown = OpenSsl.psk(front.port(), "HRDG3CKWWZnobody", KEY, SUITE)) {
      assertThat(wrong.complaint()).contains("alert bad record mac");
      assertThat(unknown.complaint()).contains("alert bad record mac");
    }
    await().until(() -> front.metrics.count(Refusal.WRONG_KEY) == 1);
    await().until(() -> front.metrics.count(Refusal.UNKNOWN_IDENTITY) == 1);
  }

  @Test
  void isRefusedOtherVersionsAndSuites() throws Exception {
    String known = Front.DEVICE.clientId();
    try (OpenSsl tls13 =
            OpenSsl.client(front.port(), "-tls1_3", "-psk_identity", known, "-psk", KEY);
        OpenSsl tls11 =
            OpenSsl.client(
                front.port(),
                "-tls1_1",
                "-cipher",
                "PSK:@SECLEVEL=0",
                "-psk_identity",
                known,
                "-psk",
                KEY);
        OpenSsl gcm = OpenSsl.psk(front.port(), known, KEY, "PSK-AES128-GCM-SHA256")) {
      assertThat(tls13.complaint()).contains("alert handshake failure");
      assertThat(tls11.complaint()).contains("alert protocol version");
      assertThat(gcm.complaint()).contains("alert handshake failure");
    }
  }

  @Test
  void choosesTlsWithAKeyAmongAllItsSuites() throws Exception {
    try (OpenSsl device =
        OpenSsl.client(
            front.port(),
            "-cipher",
            "ALL:@SECLEVEL=0",
            "-psk_identity",
            Front.DEVICE.clientId(),
            "-psk",
            KEY)) {
      device.send(Mqtt.connect(Front.DEVICE));
      try (Socket broker = front.arrival()) {
        assertThat(Packets.read(broker.getInputStream())).isNotEmpty();
      }
    }
  }
}
