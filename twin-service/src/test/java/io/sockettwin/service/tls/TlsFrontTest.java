package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Devices at the real service with its real broker, over their keys.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class TlsFrontTest {
  private static final DeviceSecret SECRET = Front.SECRET;

  @Inject TlsFront front;

  private int port() {
    return front.listener().orElseThrow().port();
  }

  @ParameterizedTest
  @CsvSource({"3, 20020000", "4, 20020000", "5, 20"})
  void answersGetStatusInEachVersion(int level, String accepted) throws IOException {
    DeviceKey key = registered("psk-level-" + level);
    try (PskClient device = PskClient.connect(port(), key, SECRET)) {
      device.send(
          Mqtt.connect(level, key.clientId(), key.clientId() + ";21010406;abcde;2147483647"));
      assertThat(Mqtt.read(device.received())).startsWith(accepted);
      assertThat(getStatus(device::send, device.received(), key, level))
          .contains("\"method\":\"get_status_reply\"", "\"code\":0");
    }
  }

  @Test
  void answersGetStatusThroughOpenSsl() throws IOException {
    assumeTrue(OpenSsl.installed(), "openssl is not installed here");
    DeviceKey key = registered("psk-openssl");
    String secret = HexFormat.of().formatHex(SECRET.key());
    try (OpenSsl device =
        OpenSsl.psk(port(), key.clientId(), secret, "PSK-AES128-CBC-SHA:PSK-AES256-CBC-SHA")) {
      device.send(Mqtt.connect(key));
      assertThat(Mqtt.read(device.received())).isEqualTo(Mqtt.ACCEPTED);
      assertThat(getStatus(device::send, device.received(), key, 4)).contains("get_status_reply");
    }
  }

  @Test
  void closesTheFirstConnectionWhenASecondTakesOver() throws IOException {
    DeviceKey key = registered("psk-twice");
    try (PskClient first = connected(key);
        PskClient second = connected(key)) {
      assertThat(first.received().read()).as("closed without a packet").isNegative();
      assertThat(getStatus(second::send, second.received(), key, 4)).contains("get_status_reply");
    }
  }

  @Test
  void treatsADisabledDeviceAsUnknown() throws IOException {
    DeviceKey key = registered("psk-disabled");
    connected(key).close();
    Api.asOperator()
        .contentType("application/merge-patch+json")
        .body(Map.of("enabled", false))
        .patch("/api/devices/%s/%s".formatted(key.productId(), key.deviceName()))
        .then()
        .statusCode(200);
    assertThatThrownBy(() -> PskClient.connect(port(), key, SECRET).close())
        .isInstanceOf(TlsFatalAlertReceived.class);
  }

  @Test
  void isCounted() throws IOException {
    connected(registered("psk-counted")).close();
    Api.asOperator()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            containsString("sockettwin_tls_admitted_total"),
            containsString("sockettwin_tls_refused_total{reason=\"wrong-key\"}"));
  }

  private PskClient connected(DeviceKey key) throws IOException {
    PskClient device = PskClient.connect(port(), key, SECRET);
    device.send(Mqtt.connect(key));
    assertThat(Mqtt.read(device.received())).isEqualTo(Mqtt.ACCEPTED);
    return device;
  }

  /// Subscribes, asks, and returns the answer as text.
  private static String getStatus(Sender sender, InputStream received, DeviceKey key, int level)
      throws IOException {
    sender.send(Mqtt.subscribe(level, 1, "$thing/down/property/" + key));
    assertThat(Mqtt.read(received)).startsWith("90");
    sender.send(
        Mqtt.publish(
            level,
            "$thing/up/property/" + key,
            "{\"method\":\"get_status\",\"clientToken\":\"t-1\",\"type\":\"report\"}"));
    byte[] answer = HexFormat.of().parseHex(Mqtt.read(received));
    return new String(answer, StandardCharsets.UTF_8);
  }

  private static DeviceKey registered(String name) {
    DeviceKey key = new DeviceKey("HRDG3CKWWZ", name);
    Api.asOperator()
        .body(Map.of("productId", key.productId(), "name", name, "secret", SECRET.base64()))
        .post("/api/devices")
        .then()
        .statusCode(201);
    return key;
  }

  /// Sends plain bytes.
  private interface Sender {
    void send(byte[] bytes) throws IOException;
  }
}
