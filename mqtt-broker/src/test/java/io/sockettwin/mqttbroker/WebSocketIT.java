package io.sockettwin.mqttbroker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
      device.disconnect();
    }
  }
}
