package io.sockettwin.mqttbroker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.Receipt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsIT {

  private static final String OWN_UP = "$thing/up/property/PRODUCT001/lamp";
  private static final String OWN_DOWN = "$thing/down/property/PRODUCT001/lamp";
  private static final String FOREIGN_UP = "$thing/up/property/PRODUCT001/other";
  private static final String PUBACK_7 = "40020007";

  private static EmbeddedBroker broker;
  private Mqtt5BlockingClient service;
  private Mqtt5BlockingClient.Mqtt5Publishes received;

  @BeforeAll
  static void start(@TempDir Path data) {
    broker = EmbeddedBroker.start(Brokers.settings(data, Durability.MEMORY), new TestGate());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void listen() {
    service = Brokers.service(broker.port());
    service.connect();
    received = service.publishes(MqttGlobalPublishFilter.ALL);
    service.subscribeWith().topicFilter("$thing/up/#").qos(MqttQos.AT_LEAST_ONCE).send();
  }

  @AfterEach
  void hangUp() {
    received.close();
    service.disconnect();
  }

  @ParameterizedTest
  @CsvSource({"MQTT, 4", "MQIsdp, 3"})
  void passesADevicesMessageAndAcknowledgesIt(String protocol, int level) throws Exception {
    try (var device = connected(protocol, level)) {
      device.publish(0b0010, 7, OWN_UP, "{}");
      assertThat(device.read(4)).isEqualTo(PUBACK_7);
      assertThat(next().getTopic().toString()).isEqualTo(OWN_UP);
    }
  }

  @ParameterizedTest
  @CsvSource({"MQTT, 4", "MQIsdp, 3"})
  void dropsAForeignMessageWithoutAcknowledgingItAndKeepsTheConnection(String protocol, int level)
      throws Exception {
    long before = broker.counts().refusedPublishes();
    try (var device = connected(protocol, level)) {
      device.publish(0b0000, 0, FOREIGN_UP, "qos 0");
      device.publish(0b0010, 6, FOREIGN_UP, "qos 1");
      device.publish(0b0010, 6, "sockettwin/session/PRODUCT001/lamp", "forged");
      device.publish(0b0010, 7, OWN_UP, "own");
      assertThat(device.read(4)).as("the first answer is for the own topic").isEqualTo(PUBACK_7);
      assertThat(new String(next().getPayloadAsBytes(), UTF_8)).isEqualTo("own");
    }
    assertThat(broker.counts().refusedPublishes()).isEqualTo(before + 3);
  }

  @Test
  void tellsAnMqtt5ClientThatAMessageIsForeignAndKeepsTheConnection() {
    var device = Brokers.device5(broker.port(), "lamp");
    device.connect();
    assertThatThrownBy(
            () -> device.publishWith().topic(FOREIGN_UP).qos(MqttQos.AT_LEAST_ONCE).send())
        .isInstanceOfSatisfying(
            Mqtt5PubAckException.class,
            e ->
                assertThat(e.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
    device.publishWith().topic(OWN_UP).qos(MqttQos.AT_LEAST_ONCE).payload(new byte[] {1}).send();
    device.disconnect();
  }

  @ParameterizedTest
  @CsvSource({"MQTT, 4", "MQIsdp, 3"})
  void answersForeignSubscriptionsWith0x80AndKeepsTheConnection(String protocol, int level)
      throws Exception {
    long before = broker.counts().refusedSubscriptions();
    try (var device = connected(protocol, level)) {
      device.subscribe(9, "$thing/down/property/PRODUCT001/other");
      assertThat(device.read(5)).isEqualTo("9003000980");
      device.subscribe(10, OWN_DOWN, "$thing/down/property/PRODUCT001/other", "#");
      assertThat(device.read(7)).isEqualTo("9005000a018080");
      service.publishWith().topic(OWN_DOWN).payload("{}".getBytes(UTF_8)).send();
      assertThat(device.read(4 + OWN_DOWN.length() + 2)).startsWith("30");
    }
    assertThat(broker.counts().refusedSubscriptions()).isEqualTo(before + 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+/#",
        "$thing/#",
        "$thing/down/property/PRODUCT001/+",
        "$thing/down/property/PRODUCT001/#",
        "$thing/down/property/+/lamp",
        "$thing/down/+/PRODUCT001/lamp",
        "$thing/up/property/PRODUCT001/lamp",
        "$rrpc/rxd/PRODUCT001/+/+",
        "$share/group/$thing/down/property/PRODUCT001/lamp",
        "$share/group/#",
        "$SYS/#",
        "$THING/down/property/PRODUCT001/lamp",
        "sockettwin/session/#",
        "sockettwin/session/PRODUCT001/lamp",
      })
  void refusesEveryFilterThatReachesBeyondTheDevicesOwnTopics(String filter) throws Exception {
    try (var device = connected("MQTT", 4)) {
      device.subscribe(9, filter);
      assertThat(device.read(5)).isEqualTo("9003000980");
      device.ping();
      assertThat(device.read(2)).isEqualTo("d000");
    }
  }

  @Test
  void grantsWildcardsInsideWhatIsGranted() throws Exception {
    try (var device = connected("MQTT", 4)) {
      device.subscribe(9, "$rrpc/rxd/PRODUCT001/lamp/+");
      assertThat(device.read(5)).isEqualTo("9003000901");
    }
  }

  @Test
  void passesAQos0MessageOnWithQos1AndWithoutAcknowledgingIt() throws Exception {
    try (var device = connected("MQTT", 4)) {
      device.publish(0b0000, 0, OWN_UP, "qos 0");
      var message = next();
      assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
      assertThat(new String(message.getPayloadAsBytes(), UTF_8)).isEqualTo("qos 0");
      device.ping();
      assertThat(device.read(2)).isEqualTo("d000");
    }
  }

  @Test
  void writesTheTimeOfReceiptOnEachMessageInPlaceOfWhatTheDeviceClaims() throws Exception {
    var device = Brokers.device5(broker.port(), "lamp");
    device.connect();
    for (int i = 0; i < 2; i++) {
      device
          .publishWith()
          .topic(OWN_UP)
          .qos(MqttQos.AT_LEAST_ONCE)
          .userProperties()
          .add(Receipt.PROPERTY, "1")
          .applyUserProperties()
          .send();
    }
    assertThat(receipt()).isBefore(receipt()).isAfter(Instant.now().minusSeconds(60));
    device.disconnect();
  }

  private Instant receipt() throws InterruptedException {
    var properties = next().getUserProperties().asList();
    assertThat(properties).hasSize(1);
    assertThat(properties.getFirst().getName().toString()).isEqualTo(Receipt.PROPERTY);
    return Receipt.read(properties.getFirst().getValue().toString()).orElseThrow();
  }

  @Test
  void ignoresTheRetainBitOfADevice() throws Exception {
    try (var device = connected("MQTT", 4)) {
      device.publish(0b0011, 7, OWN_UP, "retained?");
      assertThat(device.read(4)).isEqualTo(PUBACK_7);
      assertThat(next().isRetain()).isFalse();
    }
    service.subscribeWith().topicFilter(OWN_UP).qos(MqttQos.AT_LEAST_ONCE).send();
    assertThat(silence()).isTrue();
  }

  @Test
  void closesTheConnectionOfASenderWhosePacketsAreTooLarge() throws Exception {
    try (var device = connected("MQTT", 4)) {
      device.publish(0b0000, 0, OWN_UP, "x".repeat(70_000));
      assertThat(device.closedWithin(5_000)).isTrue();
    }
  }

  @Test
  void passesAPacketJustBelowTheLimit() throws Exception {
    try (var device = connected("MQTT", 4)) {
      device.publish(0b0000, 0, OWN_UP, "x".repeat(65_000));
      assertThat(next().getPayloadAsBytes()).hasSize(65_000);
    }
  }

  private RawMqtt connected(String protocol, int level) throws Exception {
    var device = new RawMqtt(broker.port()).connectDevice(protocol, level, "lamp");
    assertThat(device.read(4)).isEqualTo("20020000");
    return device;
  }

  private Mqtt5Publish next() throws InterruptedException {
    return received.receive(10, TimeUnit.SECONDS).orElseThrow();
  }

  private boolean silence() throws InterruptedException {
    return received.receive(300, TimeUnit.MILLISECONDS).isEmpty();
  }
}
