package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is too much is dropped and counted, and concerns its sender alone.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class LimitsTest {
  private static final String PRODUCT = "LIMITS0001";

  /// Three seconds of the lasting rate of the tests.
  private static final int BURST = 900;

  @Inject BrokerPort port;
  @Inject MeterRegistry metrics;

  @BeforeEach
  void product() {
    Registry.product(PRODUCT, "/conformance-template.json", "disabled", "secret-of-the-limits");
  }

  private double counted(String name) {
    return metrics.get("sockettwin.broker." + name).functionCounter().count();
  }

  private static byte[] report(int number) {
    return "{\"method\":\"report\",\"clientToken\":\"%d\",\"params\":{\"on\":1}}"
        .formatted(number)
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void floodIsCutToTheRateAndTheConnectionStays(Level level) {
    DeviceKey flooder = Registry.device(PRODUCT, "floods-" + level.number);
    DeviceKey neighbour = Registry.device(PRODUCT, "suffers-not-" + level.number);
    int messages = 4 * BURST;
    try (StockClient flood = StockClient.open(level, port.number());
        StockClient other = StockClient.connected(level, port.number(), neighbour)) {
      assertThat(flood.connect(flooder)).isZero();
      double before = counted("throttled.messages");
      for (int i = 0; i < messages; i++) {
        flood.publish("$thing/up/property/" + flooder, report(i), 0, false);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> counted("throttled.messages") > before);
      assertThat(counted("throttled.messages") - before).isLessThan(messages - BURST + 1);
      assertThat(other.report(neighbour, "\"n\"", "{\"on\":1}").path("code").asInt(-1)).isZero();
      assertThat(flood.subscribe("$thing/down/property/" + flooder)).isZero();
    }
  }

  @Test
  void acknowledgedMessagesBeyondTheRateGetNoAcknowledgement() {
    DeviceKey device = Registry.device(PRODUCT, "acknowledged");
    try (StockClient client = StockClient.open(Level.V3_1_1, port.number())) {
      assertThat(client.connect(device)).isZero();
      double before = counted("throttled.messages");
      int messages = 4 * BURST;
      for (int i = 0; i < messages; i++) {
        client.publish("$thing/up/property/" + device, report(i), 1, false);
      }
      // Answers after all PUBACKs.
      client.send(new Packet(Packet.PINGREQ << 4, new byte[0]));
      int acknowledged = 0;
      for (Packet packet = client.answer();
          packet.type() == Packet.PUBACK;
          packet = client.answer()) {
        acknowledged++;
      }
      double throttled = counted("throttled.messages") - before;
      assertThat(throttled).isPositive();
      assertThat(acknowledged).isLessThanOrEqualTo(messages - (int) throttled);
    }
  }

  @Test
  void aRateIsNotRefilledByConnectingAnew() {
    DeviceKey device = Registry.device(PRODUCT, "reconnects");
    double before = counted("throttled.messages");
    for (int connection = 0; connection < 4; connection++) {
      try (StockClient client = StockClient.open(Level.V3_1_1, port.number())) {
        assertThat(client.connect(device)).isZero();
        for (int i = 0; i < BURST; i++) {
          client.publish("$thing/up/property/" + device, report(i), 1, false);
        }
        client.subscribe("$thing/down/property/" + device);
      }
    }
    assertThat(counted("throttled.messages")).isGreaterThan(before);
  }

  @Test
  void mqtt5ClientIsToldThatItSendsTooMuch() {
    DeviceKey device = Registry.device(PRODUCT, "told");
    try (StockClient client = StockClient.open(Level.V5, port.number())) {
      assertThat(client.connect(device)).isZero();
      for (int i = 0; i < 4 * BURST; i++) {
        client.publish("$thing/up/property/" + device, report(i), 1, false);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            Packet puback = client.answer();
            // A reason follows the packet identifier; none means success.
            while (puback != null && puback.body().length == 2) {
              puback = client.answer();
            }
            return puback != null && (puback.body()[2] & 0xFF) == 0x97;
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void subscriptionsBeyondTheLimitAreRefused(Level level) {
    DeviceKey device = Registry.device(PRODUCT, "subscribes-" + level.number);
    try (StockClient client = StockClient.open(level, port.number())) {
      assertThat(client.connect(device)).isZero();
      int granted = 0;
      for (int i = 0; i < 100; i++) {
        granted += client.subscribe(device + "/" + i) < 0x80 ? 1 : 0;
      }
      assertThat(granted).isEqualTo(64);
      client.unsubscribe(device + "/0");
      assertThat(client.subscribe(device + "/again")).isLessThan(0x80);
    }
  }

  @Test
  void oversizePacketEndsItsConnectionAndIsCounted() {
    DeviceKey device = Registry.device(PRODUCT, "oversize");
    double before = counted("oversize.packets");
    try (StockClient client = StockClient.open(Level.V3_1_1, port.number())) {
      assertThat(client.connect(device)).isZero();
      client.publish("$thing/up/property/" + device, new byte[64 * 1024 + 1], 0, false);
      assertThat(client.isClosedByTheOtherSide()).isTrue();
    }
    Awaitility.await()
        .untilAsserted(() -> assertThat(counted("oversize.packets") - before).isEqualTo(1));
  }
}
