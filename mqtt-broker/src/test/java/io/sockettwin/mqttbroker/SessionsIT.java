package io.sockettwin.mqttbroker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsIT {

  private static final String NOTICES = "sockettwin/session/PRODUCT001/lamp";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String IPV6_SOURCE = "20010db8000000000000000000000001";
  private static final String IPV6_TARGET = "20010db8000000000000000000000002";

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
    service
        .subscribeWith()
        .addSubscription()
        .topicFilter("$thing/up/#")
        .qos(MqttQos.AT_LEAST_ONCE)
        .applySubscription()
        .addSubscription()
        .topicFilter(SessionNotice.FILTER)
        .qos(MqttQos.AT_LEAST_ONCE)
        .applySubscription()
        .send();
  }

  @AfterEach
  void hangUp() {
    received.close();
    service.disconnect();
  }

  @Test
  void announcesASessionInOrderWithItsMessages() throws Exception {
    long session;
    try (var device = device()) {
      for (int i = 1; i <= 20; i++) {
        device.publish(0b0010, i, "$thing/up/property/PRODUCT001/lamp", Integer.toString(i));
      }
      device.read(20 * 4);
      device.packet(0xE0, body -> {});
      var connected = notice();
      assertThat(connected.get("state").asText()).isEqualTo("CONNECTED");
      assertThat(connected.get("clientId").asText()).isEqualTo("PRODUCT001lamp");
      assertThat(connected.get("remoteAddress").asText()).isEqualTo("127.0.0.1");
      assertThat(connected.get("at").asLong()).isPositive();
      session = connected.get("session").asLong();
    }
    for (int i = 1; i <= 20; i++) {
      assertThat(new String(next().getPayloadAsBytes(), UTF_8)).isEqualTo(Integer.toString(i));
    }
    assertEnd(session, "LEFT");
  }

  @ParameterizedTest
  @CsvSource({
    "2111000cc0000201c6336402abcd22b3, 192.0.2.1",
    "21210024" + IPV6_SOURCE + IPV6_TARGET + "abcd22b3, 2001:db8:0:0:0:0:0:1",
    "2111000fc0000201c6336402abcd22b3040000, 192.0.2.1",
  })
  void announcesTheAddressThatAFrontOnThisMachineTells(String header, String address)
      throws Exception {
    try (var device = new RawMqtt(broker.port())) {
      device.bytes("0d0a0d0a00").bytes("0d0a515549540a" + header);
      device.connectDevice("MQTT", 4, "lamp");
      assertThat(device.read(4)).isEqualTo("20020000");
      assertThat(notice().get("remoteAddress").asText()).isEqualTo(address);
    }
    assertThat(notice().get("remoteAddress").asText()).isEqualTo(address);
  }

  @Test
  void announcesALostConnection() throws Exception {
    try (var device = device()) {
      device.ping();
    }
    assertEnd(assertBegin(), "CONNECTION_LOST");
  }

  @Test
  void announcesTheTakeoverOfASessionBeforeTheOneThatTakesIt() throws Exception {
    try (var first = device()) {
      long old = assertBegin();
      try (var second = device()) {
        assertThat(first.closedWithin(5_000)).as("closed without a packet").isTrue();
        assertEnd(old, "TAKEN_OVER");
        long current = assertBegin();
        assertThat(current).isGreaterThan(old);
        second.ping();
        assertThat(second.read(2)).isEqualTo("d000");
      }
      assertThat(notice().get("reason").asText()).isEqualTo("CONNECTION_LOST");
    }
  }

  @Test
  void announcesAClientThatFellSilent() throws Exception {
    String clientId = "PRODUCT001lamp";
    try (var device = new RawMqtt(broker.port())) {
      device.packet(
          0x10,
          body -> {
            body.writeUTF("MQTT");
            body.writeByte(4);
            body.writeByte(0xC2);
            body.writeShort(1);
            body.writeUTF(clientId);
            body.writeUTF(clientId + ";1;a;9");
            body.writeUTF("right");
          });
      assertThat(device.read(4)).isEqualTo("20020000");
      assertEnd(assertBegin(), "KEEP_ALIVE_TIMEOUT");
    }
  }

  @Test
  void announcesAClientThatBreaksTheProtocol() throws Exception {
    try (var device = device()) {
      device.publish(0b0000, 0, "$thing/up/#", "wildcard in a topic name");
      assertEnd(assertBegin(), "CLOSED_BY_BROKER");
    }
  }

  @Test
  void countsSessions() throws Exception {
    long before = broker.counts().sessions();
    try (var device = device()) {
      assertBegin();
      device.ping();
      assertThat(broker.counts().sessions()).isEqualTo(before + 1);
    }
    notice();
    assertThat(broker.counts().sessions()).isEqualTo(before);
  }

  private static RawMqtt device() throws Exception {
    var device = new RawMqtt(broker.port()).connectDevice("MQTT", 4, "lamp");
    assertThat(device.read(4)).isEqualTo("20020000");
    return device;
  }

  private long assertBegin() throws Exception {
    var notice = notice();
    assertThat(notice.get("state").asText()).isEqualTo("CONNECTED");
    return notice.get("session").asLong();
  }

  private void assertEnd(long session, String reason) throws Exception {
    var notice = notice();
    assertThat(notice.get("state").asText()).isEqualTo("DISCONNECTED");
    assertThat(notice.get("reason").asText()).isEqualTo(reason);
    assertThat(notice.get("session").asLong()).isEqualTo(session);
  }

  private JsonNode notice() throws Exception {
    var message = next();
    assertThat(message.getTopic().toString()).isEqualTo(NOTICES);
    return JSON.readTree(message.getPayloadAsBytes());
  }

  private Mqtt5Publish next() throws InterruptedException {
    return received.receive(10, TimeUnit.SECONDS).orElseThrow();
  }
}
