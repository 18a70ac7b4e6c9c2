package io.sockettwin.mqttbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSocketIT {

  @Test
  void servesDevicesOverWebSocket(@TempDir Path data) {
    try (var broker =
        EmbeddedBroker.start(Brokers.settings(data, Durability.MEMORY), new TestGate())) {
      var device =
          MqttClient.builder()
              .useMqttVersion3()
              .identifier("PRODUCT001lamp")
              .serverHost("127.0.0.1")
              .serverPort(broker.webSocketPort().orElseThrow())
              .webSocketConfig()
              .serverPath("mqtt")
              .subprotocol("mqtt")
              .applyWebSocketConfig()
              .simpleAuth()
              .username("PRODUCT001lamp;1;a;9")
              .password("right".getBytes(StandardCharsets.US_ASCII))
              .applySimpleAuth()
              .buildBlocking();
      assertThat(device.connect().getReturnCode()).isEqualTo(Mqtt3ConnAckReturnCode.SUCCESS);
      subscribe(device, "$thing/down/property/PRODUCT001/lamp");
      assertThatThrownBy(() -> subscribe(device, "$thing/down/property/PRODUCT001/other"))
          .isInstanceOf(Mqtt3SubAckException.class);
      device
          .publishWith()
          .topic("$thing/up/property/PRODUCT001/lamp")
          .qos(MqttQos.AT_LEAST_ONCE)
          .send();
      device.publishWith().topic("$thing/up/property/PRODUCT001/other").send();
      Awaitility.await().until(() -> broker.counts().refusedPublishes() == 1);
      device.disconnect();
    }
  }

  private static void subscribe(Mqtt3BlockingClient device, String filter) {
    device.subscribeWith().topicFilter(filter).qos(MqttQos.AT_MOST_ONCE).send();
  }
}
