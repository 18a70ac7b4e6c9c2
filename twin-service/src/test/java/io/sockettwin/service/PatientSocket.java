package io.sockettwin.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The demo socket over real MQTT; it obeys a control only when the test lets it.
final class PatientSocket implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final DeviceKey key;
  private final Mqtt3BlockingClient client;
  private final Mqtt3BlockingClient.Mqtt3Publishes heard;

  private PatientSocket(DeviceKey key, Mqtt3BlockingClient client) {
    this.key = key;
    this.client = client;
    this.heard = client.publishes(MqttGlobalPublishFilter.ALL);
  }

  static PatientSocket connect(Path data, int port) throws IOException {
    String[] words = Files.readString(data.resolve("demo-device.txt")).strip().split(" ", 3);
    DeviceKey key = new DeviceKey(words[0], words[1]);
    DeviceSecret secret = DeviceSecret.parse(words[2]).orElseThrow();
    Credentials login = Credentials.sign(key, secret, Hmac.SHA1, "panel", Integer.MAX_VALUE);
    Mqtt3BlockingClient client =
        MqttClient.builder()
            .useMqttVersion3()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .identifier(login.clientId())
            .simpleAuth()
            .username(login.userName())
            .password(login.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    PatientSocket socket = new PatientSocket(key, client);
    client.connect();
    client.subscribeWith().topicFilter(socket.topic("down")).qos(MqttQos.AT_LEAST_ONCE).send();
    return socket;
  }

  void report(String params) {
    say("{\"method\":\"report\",\"clientToken\":\"r\",\"params\":%s}".formatted(params));
  }

  /// Waits for the next control; answers to reports pass by.
  JsonNode control() throws IOException, InterruptedException {
    JsonNode message;
    do {
      byte[] payload =
          heard
              .receive(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .orElseThrow(() -> new AssertionError("no control came"))
              .getPayloadAsBytes();
      message = JSON.readTree(payload);
    } while (!message.path("method").asText().equals("control"));
    return message;
  }

  void answer(JsonNode control, int code, String status) {
    say(
        "{\"method\":\"control_reply\",\"clientToken\":\"%s\",\"code\":%d,\"status\":\"%s\"}"
            .formatted(control.path("clientToken").asText(), code, status));
  }

  /// Tells that it switched itself off because of too much current.
  void trip() {
    say(
        "$thing/up/event/" + key,
        "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\",\"type\":\"info\","
            + "\"params\":{\"status\":1,\"message\":\"overcurrent\"}}");
  }

  private void say(String payload) {
    say(topic("up"), payload);
  }

  private void say(String topic, String payload) {
    client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private String topic(String direction) {
    return "$thing/%s/property/%s/%s".formatted(direction, key.productId(), key.deviceName());
  }

  @Override
  public void close() {
    heard.close();
    if (client.getState().isConnected()) {
      client.disconnect();
    }
  }
}
