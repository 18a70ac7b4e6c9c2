package io.sockettwin.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A device that reports as fast as it is answered, and remembers what was answered with success.
final class Publisher implements AutoCloseable {
  private static final int UNANSWERED = 8;
  private static final JsonMapper JSON = new JsonMapper();

  private final DeviceKey key;
  private final Mqtt3AsyncClient client;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  private Publisher(DeviceKey key, Mqtt3AsyncClient client) {
    this.key = key;
    this.client = client;
  }

  static Publisher register(Stack stack, String name) throws IOException, InterruptedException {
    DeviceKey key = new DeviceKey("HRDG3CKWWZ", name);
    DeviceSecret secret = DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();
    stack
        .api()
        .send(
            "POST",
            "api/devices",
            JSON.writeValueAsString(
                JSON.createObjectNode()
                    .put("productId", key.productId())
                    .put("name", name)
                    .put("secret", secret.base64())));
    Credentials login = Credentials.sign(key, secret, Hmac.SHA1, "abcde", Integer.MAX_VALUE);
    Mqtt3AsyncClient client =
        MqttClient.builder()
            .useMqttVersion3()
            .serverHost("127.0.0.1")
            .serverPort(stack.place().mqttPort())
            .identifier(login.clientId())
            .simpleAuth()
            .username(login.userName())
            .password(login.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
    return new Publisher(key, client);
  }

  void start() {
    client.publishes(MqttGlobalPublishFilter.ALL, this::heard);
    client.connect().join();
    client.subscribeWith().topicFilter(topic("down")).qos(MqttQos.AT_LEAST_ONCE).send().join();
    for (int i = 0; i < UNANSWERED; i++) {
      report();
    }
  }

  private void heard(Mqtt3Publish publish) {
    try {
      JsonNode message = JSON.readTree(publish.getPayloadAsBytes());
      if (message.path("method").asText().equals("report_reply")
          && message.path("code").asInt(-1) == 0) {
        answered.add(message.path("clientToken").asText());
        report();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report() {
    int n = count.incrementAndGet();
    String payload =
        "{\"method\":\"report\",\"clientToken\":\"%s-%d\",\"params\":{\"voltage\":%d}}"
            .formatted(key.deviceName(), n, 200 + n % 40);
    // Fails once the service is killed: then nobody was told that it was kept.
    var _ =
        client
            .publishWith()
            .topic(topic("up"))
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(payload.getBytes(StandardCharsets.UTF_8))
            .send();
  }

  private String topic(String direction) {
    return "$thing/%s/property/%s/%s".formatted(direction, key.productId(), key.deviceName());
  }

  /// Tokens of the reports that the service said it has taken.
  Set<String> answered() {
    return Set.copyOf(answered);
  }

  @Override
  public void close() {
    if (client.getState().isConnected()) {
      var _ = client.disconnect();
    }
  }
}
