package io.sockettwin.service.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.product.SocketProduct;
import io.sockettwin.service.twin.DeviceLink;
import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HeldIngest.Profile.class)
@QuarkusTestResource(TestSurroundings.class)
class BrokerTest {
  @Inject HeldIngest ingest;
  @Inject BrokerHost host;
  @Inject BrokerSession session;
  @Inject ServiceLogin serviceLogin;
  @Inject DeviceLink link;

  @BeforeEach
  void connected() {
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(session::connected);
    ingest.arrivals.clear();
    ingest.presences.clear();
  }

  @Test
  void handsOnWhatDevicesSendAndTheirComingAndGoing() throws Exception {
    var key = device("talks");
    var device = client(key, secret(key));
    device.connect();
    publish(device, property("up", key), MqttQos.AT_MOST_ONCE, "one");
    publish(device, property("up", key), MqttQos.AT_LEAST_ONCE, "two");
    device.disconnect();
    assertThat(ingest.nextPresence())
        .isInstanceOfSatisfying(
            SessionChange.Connected.class,
            connected -> {
              assertThat(connected.device()).isEqualTo(key);
              assertThat(connected.remoteAddress()).isEqualTo("127.0.0.1");
            });
    var first = ingest.next();
    assertThat(first.topic()).isEqualTo(property("up", key));
    assertThat(HeldIngest.text(first)).isEqualTo("one");
    first.committed().run();
    var second = ingest.next();
    assertThat(HeldIngest.text(second)).isEqualTo("two");
    second.committed().run();
    assertThat(ingest.nextPresence())
        .isInstanceOfSatisfying(
            SessionChange.Disconnected.class,
            ended -> assertThat(ended.reason()).isEqualTo(SessionChange.Reason.LEFT));
  }

  @Test
  void sendsToADevice() throws Exception {
    var key = device("listens");
    var device = client(key, secret(key));
    device.connect();
    try (var messages = device.publishes(MqttGlobalPublishFilter.ALL)) {
      device.subscribeWith().topicFilter(property("down", key)).qos(MqttQos.AT_LEAST_ONCE).send();
      link.send(property("down", key), "{}".getBytes(StandardCharsets.UTF_8), 1);
      var message = messages.receive(15, TimeUnit.SECONDS).orElseThrow();
      assertThat(message.getTopic().toString()).isEqualTo(property("down", key));
    }
    device.disconnect();
  }

  @Test
  void getsAgainWhatWasNotCommittedWhenTheConnectionBroke() throws Exception {
    var key = device("repeats");
    var device = client(key, secret(key));
    device.connect();
    publish(device, property("up", key), MqttQos.AT_MOST_ONCE, "committed");
    publish(device, property("up", key), MqttQos.AT_LEAST_ONCE, "uncommitted");
    ingest.next().committed().run();
    ingest.next();
    breakServiceConnection();
    var again = ingest.next();
    assertThat(HeldIngest.text(again)).isEqualTo("uncommitted");
    again.committed().run();
    device.disconnect();
  }

  @Test
  void losesOneMessageAndNoOtherByABugInItsHandling() throws Exception {
    var key = device("unlucky");
    var device = client(key, secret(key));
    device.connect();
    publish(device, property("up", key), MqttQos.AT_LEAST_ONCE, "bug");
    publish(device, property("up", key), MqttQos.AT_LEAST_ONCE, "fine");
    var next = ingest.next();
    assertThat(HeldIngest.text(next)).isEqualTo("fine");
    next.committed().run();
    device.disconnect();
  }

  @Test
  void refusesAWrongSecret() {
    var key = device("impostor");
    secret(key);
    assertRefused(
        client(key, DeviceSecret.of(new byte[16])),
        Mqtt3ConnAckReturnCode.BAD_USER_NAME_OR_PASSWORD);
  }

  @Test
  void refusesAnUnknownDevice() {
    assertRefused(
        client(device("nobody"), DeviceSecret.of(new byte[16])),
        Mqtt3ConnAckReturnCode.NOT_AUTHORIZED);
  }

  private static void assertRefused(Mqtt3BlockingClient device, Mqtt3ConnAckReturnCode code) {
    assertThatThrownBy(device::connect)
        .isInstanceOfSatisfying(
            Mqtt3ConnAckException.class,
            e -> assertThat(e.getMqttMessage().getReturnCode()).isEqualTo(code));
  }

  /// Takes the service's session over and leaves, without acknowledging anything.
  private void breakServiceConnection() {
    var intruder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(serviceLogin.clientId())
            .serverAddress(host.address())
            .simpleAuth()
            .username(serviceLogin.username())
            .password(serviceLogin.password())
            .applySimpleAuth()
            .buildBlocking();
    var unacknowledged = intruder.publishes(MqttGlobalPublishFilter.ALL, true);
    intruder.connectWith().cleanStart(false).sessionExpiryInterval(3600).send();
    intruder.disconnect();
    unacknowledged.close();
  }

  private Mqtt3BlockingClient client(DeviceKey key, DeviceSecret secret) {
    Credentials login = Credentials.sign(key, secret, Hmac.SHA1, "abcde", Credentials.NEVER);
    return MqttClient.builder()
        .useMqttVersion3()
        .identifier(login.clientId())
        .serverAddress(host.address())
        .simpleAuth()
        .username(login.userName())
        .password(login.password().getBytes(StandardCharsets.US_ASCII))
        .applySimpleAuth()
        .buildBlocking();
  }

  private static void publish(
      Mqtt3BlockingClient device, String topic, MqttQos qos, String payload) {
    device
        .publishWith()
        .topic(topic)
        .qos(qos)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private static DeviceKey device(String name) {
    return new DeviceKey(SocketProduct.ID, name);
  }

  private static String property(String direction, DeviceKey key) {
    return "$thing/" + direction + "/property/" + key;
  }

  private static DeviceSecret secret(DeviceKey key) {
    String secret =
        Api.asOperator()
            .body(Map.of("productId", key.productId(), "name", key.deviceName()))
            .post("/api/devices")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    return DeviceSecret.parse(secret).orElseThrow();
  }
}
