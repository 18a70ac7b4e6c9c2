package io.sockettwin.mqttbroker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.Host;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host in the same process takes what devices say, and answers, past the queues.
class ShortWayIT {
  private static final String UP = "$thing/up/property/PRODUCT001/lamp";
  private static final String DOWN = "$thing/down/property/PRODUCT001/lamp";
  private static final int WINDOW = 50;

  private static final TestHost HOST = new TestHost();
  private static EmbeddedBroker broker;

  private record Heard(String text, long receivedMicroseconds, Runnable committed) {}

  private static final class TestHost implements Host {
    final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<SessionNotice> notices = new LinkedBlockingQueue<>();

    @Override
    public List<String> filters() {
      return List.of("$thing/up/property/+/+");
    }

    @Override
    public void heard(String topic, byte[] payload, long receivedAt, Runnable committed) {
      heard.add(new Heard(new String(payload, UTF_8), receivedAt, committed));
    }

    @Override
    public void noticed(String topic, SessionNotice notice, Runnable committed) {
      notices.add(notice);
      committed.run();
    }

    Heard next() throws InterruptedException {
      return Objects.requireNonNull(heard.poll(15, TimeUnit.SECONDS), "nothing heard");
    }
  }

  @BeforeAll
  static void start(@TempDir Path data) {
    broker = EmbeddedBroker.start(Brokers.settings(data, Durability.MEMORY), new TestGate(), HOST);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void forget() {
    Awaitility.await().until(() -> broker.counts().sessions() == 0);
    HOST.heard.clear();
    HOST.notices.clear();
  }

  private static RawMqtt device() throws Exception {
    var device = new RawMqtt(broker.port()).connectDevice("MQTT", 4, "lamp");
    assertThat(device.read(4)).isEqualTo("20020000");
    return device;
  }

  @Test
  void acknowledgesWhenTheHostHasCommittedAndNotBefore() throws Exception {
    try (var device = device()) {
      device.publish(0b0010, 7, UP, "one");
      device.publish(0b0000, 0, UP, "two");
      Heard one = HOST.next();
      Heard two = HOST.next();
      assertThat(List.of(one.text(), two.text())).containsExactly("one", "two");
      assertThat(two.receivedMicroseconds()).isGreaterThan(one.receivedMicroseconds());
      device.ping();
      assertThat(device.read(2)).as("the ping's answer comes first").isEqualTo("d000");
      one.committed().run();
      assertThat(device.read(4)).isEqualTo("40020007");
      two.committed().run();
      Awaitility.await().until(() -> broker.counts().underWay() == 0);
    }
  }

  @Test
  void noticesKeepTheirPlaceAmongMessages() throws Exception {
    try (var device = device()) {
      device.publish(0b0000, 0, UP, "hello");
      HOST.next().committed().run();
    }
    assertThat(HOST.notices.poll(15, TimeUnit.SECONDS).state())
        .isEqualTo(SessionNotice.State.CONNECTED);
    assertThat(HOST.notices.poll(15, TimeUnit.SECONDS).state())
        .isEqualTo(SessionNotice.State.DISCONNECTED);
  }

  @Test
  void readsNoMoreFromADeviceWithTooMuchUnderWayUntilSomeIsCommitted() throws Exception {
    try (var device = device()) {
      // More than one read of the socket takes in.
      String text = "x".repeat(4_000);
      for (int i = 1; i <= 3 * WINDOW; i++) {
        device.publish(0b0010, i, UP, text);
      }
      Awaitility.await().until(() -> HOST.heard.size() >= WINDOW);
      try (var other = new RawMqtt(broker.port()).connectDevice("MQTT", 4, "other")) {
        assertThat(other.read(4)).isEqualTo("20020000");
        other.ping();
        assertThat(other.read(2)).as("others are not held up").isEqualTo("d000");
      }
      assertThat(HOST.heard.size()).isLessThan(2 * WINDOW);
      for (int i = 1; i <= 3 * WINDOW; i++) {
        HOST.next().committed().run();
        assertThat(device.read(4)).isEqualTo("4002%04x".formatted(i));
      }
    }
  }

  @Test
  void answersASubscriberDirectlyAndTogetherWithItsAcknowledgement() throws Exception {
    try (var device = device()) {
      device.subscribe(1, DOWN);
      assertThat(device.read(5)).startsWith("9003");
      device.publish(0b0010, 2, UP, "ask");
      Heard ask = HOST.next();
      broker.together(() -> {
        assertThat(broker.send("PRODUCT001lamp", DOWN, "answer".getBytes(UTF_8))).isTrue();
        ask.committed().run();
      });
      int answer = 2 + 2 + DOWN.length() + "answer".length();
      assertThat(device.read(answer)).startsWith("30");
      assertThat(device.read(4)).isEqualTo("40020002");
    }
  }

  @Test
  void doesNotAnswerWhoIsAwayOrDidNotSubscribe() throws Exception {
    assertThat(broker.send("PRODUCT001lamp", DOWN, new byte[0])).isFalse();
    try (var device = device()) {
      device.ping();
      assertThat(device.read(2)).isEqualTo("d000");
      assertThat(broker.send("PRODUCT001lamp", DOWN, new byte[0])).isFalse();
    }
  }

  @Test
  void whatTheHostDoesNotTakeGoesTheUsualWay() throws Exception {
    try (var device = device()) {
      device.publish(0b0010, 3, "$thing/up/event/PRODUCT001/lamp", "not for the host");
      assertThat(device.read(4)).isEqualTo("40020003");
      assertThat(HOST.heard).isEmpty();
    }
  }

  @Test
  void qosTwoEndsTheConnection() throws Exception {
    try (var device = device()) {
      device.publish(0b0100, 4, UP, "exactly once");
      assertThat(device.closedWithin(5_000)).isTrue();
      assertThat(HOST.heard).isEmpty();
    }
  }
}
