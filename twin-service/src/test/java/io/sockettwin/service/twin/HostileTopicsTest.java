package io.sockettwin.service.twin;

import static io.sockettwin.service.twin.RawDevice.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.StoredHistory;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A device reaches nothing but its own topics, whatever name it gives them.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class HostileTopicsTest {
  private static final DeviceKey SELF = new DeviceKey("HRDG3CKWWZ", "intruder");
  private static final DeviceKey VICTIM = new DeviceKey("HRDG3CKWWZ", "victim");
  private static final byte[] REPORT =
      bytes("{\"method\":\"report\",\"clientToken\":\"x\",\"params\":{\"power_switch\":1}}");

  private static boolean registered;

  @Inject BrokerPort port;
  @Inject MeterRegistry metrics;
  @Inject DataSource database;

  @BeforeEach
  void register() {
    if (!registered) {
      Device.register(SELF);
      Device.register(VICTIM);
      registered = true;
    }
  }

  /// Dropped without an answer, and the connection stays (protocol section 2.9).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$thing/up/property/HRDG3CKWWZ/victim",
        "$thing/down/property/HRDG3CKWWZ/victim",
        "$thing/up/property/AAAAAAAAAA/intruder",
        "$thing/down/property/HRDG3CKWWZ/intruder",
        "$thing/down/event/HRDG3CKWWZ/intruder",
        "$thing/up/property/HRDG3CKWWZ/intruder/more",
        "$thing/up/property/HRDG3CKWWZ/intruder ",
        "$thing/up/property/HRDG3CKWWZ/a-name-that-is-much-longer-than-any-device-can-have-by-the-rules",
        "$thing/up/property/HRDG3CKWWZ/INTRUDER",
        "$thing/up/property/HRDG3CKWWZ/",
        "$thing/up/property/HRDG3CKWWZ",
        "$thing/up/property//intruder",
        "$thing/up//HRDG3CKWWZ/intruder",
        "$thing/up/propertyx/HRDG3CKWWZ/intruder",
        "$thing/up/unknown/HRDG3CKWWZ/intruder",
        "$thing/sideways/property/HRDG3CKWWZ/intruder",
        "$THING/up/property/HRDG3CKWWZ/intruder",
        "thing/up/property/HRDG3CKWWZ/intruder",
        "/$thing/up/property/HRDG3CKWWZ/intruder",
        "$sys/operation/result/HRDG3CKWWZ/intruder",
        "$gateway/operation/result/HRDG3CKWWZ/intruder",
        "$ota/update/HRDG3CKWWZ/intruder",
        "$broadcast/rxd/HRDG3CKWWZ/intruder",
        "$rrpc/rxd/HRDG3CKWWZ/intruder/1",
        "$rrpc/txd/HRDG3CKWWZ/intruder/1/2",
        "$rrpc/txd/HRDG3CKWWZ/victim/1",
        "$SYS/broker/uptime",
        "$SYS",
        "$share/group/$thing/up/property/HRDG3CKWWZ/victim",
        "sockettwin/session/HRDG3CKWWZ/victim",
        "sockettwin/session",
        "HRDG3CKWWZ/intruder/control",
        "HRDG3CKWWZ/victim/data",
        "/",
        "//////",
        "天",
      })
  void foreignTopicIsRefusedAndTheConnectionStays(String topic) {
    try (Device device = Device.connect(SELF, port.number());
        Device victim = Device.connect(VICTIM, port.number())) {
      double before = refused();
      device.publish(topic, REPORT, 0, false);
      assertWorks(device);
      assertThat(refused() - before).isEqualTo(1);
      assertWorks(victim);
      assertUntouched();
    }
  }

  /// The broker takes it for the same topic without the slash, the service does not.
  @Test
  void ownTopicWithASlashTooManyIsDroppedAndCounted() {
    try (Device device = Device.connect(SELF, port.number())) {
      device.publish("$thing/up/property/" + SELF + "/", REPORT, 1, false);
      assertWorks(device);
      var dropped = metrics.get("sockettwin.messages.dropped").tag("reason", "unknown topic");
      assertThat(dropped.counter().count()).isEqualTo(1);
    }
  }

  private static List<byte[]> brokenTopics() {
    List<byte[]> topics = new ArrayList<>();
    for (String topic :
        List.of(
            "",
            "#",
            "$thing/up/property/HRDG3CKWWZ/+",
            "$thing/up/#",
            "$thing/up/property/HRDG3CKWWZ/intruder#",
            "$thing/up/property/HRDG3CKWWZ/intruder\0")) {
      topics.add(bytes(topic));
    }
    topics.add("$thing/up/property/HRDG3CKWWZ/\u00C0\u0080".getBytes(StandardCharsets.ISO_8859_1));
    return topics;
  }

  @Test
  void whatIsNoTopicEndsTheConnectionAndNothingElse() throws Exception {
    for (byte[] topic : brokenTopics()) {
      try (RawDevice device = RawDevice.connect(SELF, port.number(), "", "")) {
        assertThat(device.isAccepted()).isTrue();
        device.publish(0, topic, REPORT);
        assertThat(device.isClosed()).as(new String(topic, StandardCharsets.ISO_8859_1)).isTrue();
      }
    }
    assertBothWork();
  }

  @Test
  void brokenOrOversizePacketsEndTheConnectionAndNothingElse() throws Exception {
    byte[] own = bytes("$thing/up/property/" + SELF);
    for (int flags : new int[] {0b0100, 0b0110}) {
      try (RawDevice device = RawDevice.connect(SELF, port.number(), "", "")) {
        assertThat(device.isAccepted()).isTrue();
        device.publish(flags, own, REPORT);
        assertThat(device.isClosed()).as("QoS %d", flags >> 1).isTrue();
      }
    }
    try (RawDevice device = RawDevice.connect(SELF, port.number(), "", "")) {
      assertThat(device.isAccepted()).isTrue();
      device.publish(0, own, new byte[64 * 1024 + 1]);
      assertThat(device.isClosed()).as("oversize").isTrue();
    }
    assertBothWork();
  }

  @Test
  void retainBitIsIgnored() {
    try (Device device = Device.connect(SELF, port.number())) {
      device.publish("$thing/up/property/" + SELF, REPORT, 1, true);
      assertThat(device.hear().path("code").asInt(-1)).isZero();
      device.publish(SELF + "/data", bytes("{\"kept\":true}"), 1, true);
    }
    try (Device device = Device.connect(SELF, port.number())) {
      device.subscribeTo(SELF + "/#");
      // Its answer would come after anything retained.
      assertWorks(device);
    }
  }

  /// A will is published in the device's name without passing the guard of its messages.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$thing/up/property/HRDG3CKWWZ/victim",
        "$thing/down/property/HRDG3CKWWZ/victim",
        "sockettwin/session/HRDG3CKWWZ/victim",
        "$SYS/broker",
      })
  void willBeyondTheDevicesOwnTopicsIsRefusedWithItsConnection(String topic) throws Exception {
    String will = new String(REPORT, StandardCharsets.UTF_8);
    try (Device victim = Device.connect(VICTIM, port.number())) {
      try (RawDevice device = RawDevice.connect(SELF, port.number(), topic, will)) {
        assertThat(device.isAccepted()).isFalse();
      }
      try (Device device = Device.connect(SELF, port.number())) {
        assertWorks(device);
      }
      assertWorks(victim);
      assertUntouched();
    }
  }

  private void assertBothWork() {
    try (Device device = Device.connect(SELF, port.number());
        Device victim = Device.connect(VICTIM, port.number())) {
      assertWorks(device);
      assertWorks(victim);
    }
    assertUntouched();
  }

  private static void assertWorks(Device device) {
    device.say(
        "property",
        "{\"method\":\"report\",\"clientToken\":\"good\",\"params\":{\"power_switch\":0}}");
    assertThat(device.hear().toString())
        .contains("\"clientToken\":\"good\"", "\"code\":0,\"status\":\"success\"");
  }

  /// Nothing the intruder said stands in the victim's name.
  private void assertUntouched() {
    assertThat(new StoredHistory(database).reports(VICTIM, "token = 'x'")).isZero();
  }

  private double refused() {
    return metrics.get("sockettwin.broker.refused.publishes").functionCounter().count();
  }
}
