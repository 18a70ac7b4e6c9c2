package io.sockettwin.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A device that reports as fast as it is let, over real MQTT, and remembers what it was told of
/// each report.
final class Publisher implements AutoCloseable {
  static final String PREFIX = "publisher-";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int IN_FLIGHT = 32;

  private final Mqtt3AsyncClient client;
  private final String name;
  private final String topics;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> replied = ConcurrentHashMap.newKeySet();
  private final Semaphore window = new Semaphore(IN_FLIGHT);
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::publish);
  private volatile boolean closed;

  private Publisher(Mqtt3AsyncClient client, String product, String name) {
    this.client = client;
    this.name = name;
    this.topics = "$thing/%s/property/" + product + "/" + name;
  }

  /// Registers a device by REST and connects it.
  static Publisher connect(Site site, int number) {
    String product = Credentials.read(site.stack.credentials()).product();
    String name = PREFIX + number;
    Mqtt3AsyncClient client = registered(site, product, name);
    Publisher publisher = new Publisher(client, product, name);
    client.publishes(MqttGlobalPublishFilter.ALL, publisher::hear);
    client.connect().join();
    client
        .subscribeWith()
        .topicFilter(publisher.topics.formatted("down"))
        .qos(MqttQos.AT_MOST_ONCE)
        .send()
        .join();
    return publisher;
  }

  /// A client, not yet connected, for a device that is registered by REST.
  static Mqtt3AsyncClient registered(Site site, String product, String name) {
    String secret =
        site.rest
            .post("api/devices", "{\"productId\":\"%s\",\"name\":\"%s\"}".formatted(product, name))
            .path("secret")
            .asText();
    String userName = product + name + ";12010126;abcde;" + Integer.MAX_VALUE;
    return MqttClient.builder()
        .useMqttVersion3()
        .serverHost("127.0.0.1")
        .serverPort(site.ports.mqtt())
        .identifier(product + name)
        .simpleAuth()
        .username(userName)
        .password(password(secret, userName).getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildAsync();
  }

  /// Signed here anew, not with the service's own code (protocol section 2.4).
  private static String password(String secret, String userName) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA1"));
      byte[] signature = mac.doFinal(userName.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature) + ";hmacsha1";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void start() {
    thread.start();
  }

  /// Tokens of the reports the broker acknowledged.
  Set<String> acknowledged() {
    return acknowledged;
  }

  /// Tokens of the reports the service answered with code 0.
  Set<String> replied() {
    return replied;
  }

  private void publish() {
    for (int i = 0; !closed; i++) {
      String token = name + "-" + i;
      String report =
          """
          {"method":"report","clientToken":"%s","timestamp":%d,"params":{"active_power":%d}}\
          """
              .formatted(token, System.currentTimeMillis(), i % 1000);
      window.acquireUninterruptibly();
      var _ =
          client
              .publishWith()
              .topic(topics.formatted("up"))
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(report.getBytes(StandardCharsets.UTF_8))
              .send()
              .whenComplete((sent, failure) -> {
                if (failure == null) {
                  acknowledged.add(token);
                }
                window.release();
              });
    }
  }

  private void hear(Mqtt3Publish message) {
    try {
      JsonNode reply = JSON.readTree(message.getPayloadAsBytes());
      if (reply.path("method").asText().equals("report_reply")
          && reply.path("code").asInt(-1) == 0) {
        replied.add(reply.path("clientToken").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    var _ = client.disconnect().exceptionally(goneAlready -> null);
  }
}
