package io.sockettwin.service.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.sockettwin.service.Api;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A device that says what a test tells it to, over real MQTT.
public final class Device implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 10;

  final DeviceKey key;
  private final Mqtt3BlockingClient client;
  private final Mqtt3BlockingClient.Mqtt3Publishes heard;

  private Device(DeviceKey key, Mqtt3BlockingClient client) {
    this.key = key;
    this.client = client;
    this.heard = client.publishes(MqttGlobalPublishFilter.ALL);
  }

  public static DeviceKey registered(String name) {
    DeviceKey key = new DeviceKey("HRDG3CKWWZ", name);
    register(key);
    return key;
  }

  public static void register(DeviceKey key) {
    Api.asOperator()
        .body(
            Map.of(
                "productId",
                key.productId(),
                "name",
                key.deviceName(),
                "secret",
                secret().base64()))
        .post("/api/devices")
        .then()
        .statusCode(201);
  }

  public static Device connect(DeviceKey key, int port) {
    Credentials login = Credentials.sign(key, secret(), Hmac.SHA1, "abcde", Integer.MAX_VALUE);
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
    Device device = new Device(key, client);
    client.connect();
    device.subscribe("property");
    device.subscribe("event");
    device.subscribe("service");
    return device;
  }

  public static DeviceSecret secret() {
    return DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();
  }

  private void subscribe(String subject) {
    subscribeTo(topic("down", subject));
  }

  void subscribeTo(String filter) {
    client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_MOST_ONCE).send();
  }

  public void say(String subject, String payload) {
    publish(topic("up", subject), payload.getBytes(StandardCharsets.UTF_8), 1, false);
  }

  void publish(String topic, byte[] payload, int qos, boolean retain) {
    client
        .publishWith()
        .topic(topic)
        .qos(qos == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .retain(retain)
        .send();
  }

  public JsonNode hear() {
    try {
      Mqtt3Publish publish =
          heard
              .receive(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .orElseThrow(() -> new AssertionError("heard nothing"));
      return JSON.readTree(publish.getPayloadAsBytes());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String topic(String direction, String subject) {
    return "$thing/%s/%s/%s/%s".formatted(direction, subject, key.productId(), key.deviceName());
  }

  @Override
  public void close() {
    heard.close();
    client.disconnect();
  }
}
