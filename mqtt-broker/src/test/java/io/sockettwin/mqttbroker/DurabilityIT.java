package io.sockettwin.mqttbroker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityIT {

  private static final String TOPIC = "$thing/up/property/PRODUCT001/lamp";

  @Test
  void keepsTheServicesSessionAndItsMessagesOverARestart(@TempDir Path data) throws Exception {
    var settings = Brokers.settings(data, Durability.FILE);
    try (var broker = EmbeddedBroker.start(settings, new TestGate())) {
      var service = Brokers.service(broker.port());
      assertThat(connect(service)).as("session present").isFalse();
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
      service.disconnect();
      var device = Brokers.device(broker.port(), "lamp");
      device.connect();
      for (int i = 0; i < 500; i++) {
        device
            .publishWith()
            .topic(TOPIC)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(Integer.toString(i).getBytes(StandardCharsets.UTF_8))
            .send();
      }
    }
    try (var broker = EmbeddedBroker.start(settings, new TestGate())) {
      var service = Brokers.service(broker.port());
      try (var received = service.publishes(MqttGlobalPublishFilter.ALL)) {
        assertThat(connect(service)).as("session present").isTrue();
        List<String> payloads = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        while (notices.size() < 3) {
          var next = received.receive(10, TimeUnit.SECONDS).orElseThrow();
          String payload = new String(next.getPayloadAsBytes(), StandardCharsets.UTF_8);
          boolean notice = next.getTopic().toString().startsWith(SessionNotice.ROOT);
          (notice ? notices : payloads).add(payload);
        }
        assertThat(payloads).hasSize(500).startsWith("0", "1").endsWith("499");
        assertThat(notices.get(0)).contains("CONNECTED");
        assertThat(notices.get(1)).contains("DISCONNECTED", "CLOSED_BY_BROKER");
        assertThat(notices.get(2)).contains("BROKER_STARTED");
      }
    }
  }

  private static boolean connect(Mqtt5BlockingClient service) {
    return service
        .connectWith()
        .cleanStart(false)
        .sessionExpiryInterval(3600)
        .send()
        .isSessionPresent();
  }
}
