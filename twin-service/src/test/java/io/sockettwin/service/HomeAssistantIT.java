package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged service beside a home's own broker, with somebody there who listens and orders as
/// Home Assistant does.
class HomeAssistantIT {
  private static final String DEVICE = "HRDG3CKWWZ/demo-socket";
  private static final String CONFIG =
      "homeassistant/device/sockettwin_HRDG3CKWWZ_demo-socket/config";
  private static final String STATE = "sockettwin/" + DEVICE + "/state";
  private static final String AVAILABILITY = "sockettwin/" + DEVICE + "/availability";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final Map<String, String> seen = new ConcurrentHashMap<>();

  @Test
  void showsASocketAndLetsItBeSwitched() throws Exception {
    int port = Program.freePort();
    int mqttPort = Program.freePort();
    Path data = folder.resolve("data");
    try (Mosquitto broker = Mosquitto.start(folder)) {
      Mqtt3AsyncClient home = home(broker);
      // An order of long ago, which nobody wants any more.
      say(home, "sockettwin/" + DEVICE + "/set/count_down", "60", true);
      Program program = Program.start(data, settings(port, mqttPort, broker)).ready(port);
      try (PatientSocket socket = PatientSocket.connect(data, mqttPort)) {
        awaited(CONFIG, "\"platform\":\"switch\"", "\"total_increasing\"", "\"demo-socket\"");
        awaited("sockettwin/status", "online");
        socket.report("{\"power_switch\":0,\"voltage\":229.5}");
        awaited(AVAILABILITY, "online");
        awaited(STATE, "\"power_switch\":0", "\"voltage\":229.5");

        say(home, "sockettwin/" + DEVICE + "/set/voltage", "1", false);
        say(home, "sockettwin/" + DEVICE + "/set/power_switch", "1", false);
        assertThat(socket.control().at("/params")).hasToString("{\"power_switch\":1}");
        socket.report("{\"power_switch\":1}");
        awaited(STATE, "\"power_switch\":1");

        change(port, data, "{\"alias\":\"Reading lamp\"}");
        awaited(CONFIG, "\"name\":\"Reading lamp\"");
        say(home, CONFIG, "", true);
        say(home, "homeassistant/status", "online", false);
        awaited(CONFIG, "\"platform\":\"switch\"");
      }
      awaited(AVAILABILITY, "offline");
      change(port, data, "{\"enabled\":false}");
      await(CONFIG).atMost(PATIENCE).until(() -> seen.get(CONFIG).isEmpty());
      program.kill();
      awaited("sockettwin/status", "offline");
      home.disconnect().join();
    }
  }

  private static Map<String, String> settings(int port, int mqttPort, Mosquitto broker) {
    return Map.of(
        "quarkus.http.port",
        Integer.toString(port),
        "sockettwin.broker.port",
        Integer.toString(mqttPort),
        "sockettwin.twin.silence",
        "10m",
        "sockettwin.home-assistant.broker",
        "mqtt://127.0.0.1:" + broker.port(),
        "sockettwin.home-assistant.username",
        Mosquitto.USER,
        "sockettwin.home-assistant.password",
        Mosquitto.PASSWORD,
        "sockettwin.home-assistant.interval",
        "100ms");
  }

  private Mqtt3AsyncClient home(Mosquitto broker) {
    Mqtt3AsyncClient home =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier("home")
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .simpleAuth()
            .username(Mosquitto.USER)
            .password(Mosquitto.PASSWORD.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
    await("the broker")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          home.connect().join();
          return true;
        });
    home.subscribeWith()
        .topicFilter("#")
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(this::heard)
        .send()
        .join();
    return home;
  }

  private void heard(Mqtt3Publish message) {
    seen.put(
        message.getTopic().toString(),
        new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
  }

  private void awaited(String topic, String... parts) {
    await(topic)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(seen.getOrDefault(topic, "")).contains(parts));
  }

  private static void say(Mqtt3AsyncClient home, String topic, String payload, boolean retain) {
    home.publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(retain)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send()
        .join();
  }

  private static void change(int port, Path data, String fields)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/devices/" + DEVICE))
            .header(
                "Authorization", "Bearer " + Files.readString(data.resolve("access-key")).strip())
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(fields))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }
}
