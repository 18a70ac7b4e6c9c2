package io.sockettwin.mqttbroker.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainIT {

  private static final Pattern LISTENS = Pattern.compile("listens on 127\\.0\\.0\\.1:(\\d+)");
  private static final byte[] ALLOW =
      """
      {"result":"allow","is_superuser":true,
       "acl":[{"permission":"allow","action":"all","topic":"test/#"}]}\
      """
          .getBytes(UTF_8);

  @TempDir private Path data;
  private HttpServer service;

  @BeforeEach
  void serve() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, ALLOW.length);
          exchange.getResponseBody().write(ALLOW);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void failsWithOneSentenceWhenThePortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process broker = start(taken.getLocalPort());
      String said;
      try (BufferedReader errors = broker.errorReader()) {
        said = errors.readAllAsString();
      }
      assertThat(broker.waitFor()).isEqualTo(1);
      assertThat(said.lines()).hasSize(1);
      assertThat(said).startsWith("The MQTT broker cannot listen on 127.0.0.1:");
    }
  }

  @Test
  void keepsSessionsAndEveryAcknowledgedMessageWhenItIsKilled() throws Exception {
    Process broker = start(0);
    try {
      int port = port(broker);
      var subscriber = client("subscriber", port);
      connect(subscriber);
      subscriber.subscribeWith().topicFilter("test/#").qos(MqttQos.AT_LEAST_ONCE).send();
      subscriber.disconnect();
      var publisher = client("publisher", port);
      publisher.connect();
      int acknowledged = publishForASecond(publisher);
      broker.destroyForcibly().waitFor();

      broker = start(0);
      subscriber = client("subscriber", port(broker));
      int received = 0;
      try (var messages = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
        assertThat(connect(subscriber)).as("session present").isTrue();
        while (messages.receive(2, TimeUnit.SECONDS).isPresent()) {
          received++;
        }
      }
      assertThat(received).isEqualTo(acknowledged);
      subscriber.disconnect();
    } finally {
      broker.destroyForcibly().waitFor();
    }
  }

  private static int publishForASecond(Mqtt5BlockingClient publisher) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    int acknowledged = 0;
    while (System.nanoTime() < end) {
      publisher.publishWith().topic("test/a").qos(MqttQos.AT_LEAST_ONCE).send();
      acknowledged++;
    }
    return acknowledged;
  }

  private static boolean connect(Mqtt5BlockingClient client) {
    return client
        .connectWith()
        .cleanStart(false)
        .sessionExpiryInterval(3600)
        .send()
        .isSessionPresent();
  }

  private static Mqtt5BlockingClient client(String clientId, int port) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(port)
        .buildBlocking();
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--gate-url=http://127.0.0.1:" + service.getAddress().getPort(),
            "--gate-secret=s3cret",
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--program-folder=target/broker-program",
            "--data-folder=" + data)
        .start();
  }

  private static int port(Process broker) throws IOException {
    Matcher said = LISTENS.matcher(broker.inputReader().readLine());
    assertThat(said.find()).isTrue();
    return Integer.parseInt(said.group(1));
  }
}
