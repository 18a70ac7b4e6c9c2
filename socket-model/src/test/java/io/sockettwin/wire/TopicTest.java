package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.thing.DeviceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  private static final DeviceKey OTHER = new DeviceKey("HRDG3CKWWZ", "socket002");

  private static Topic topic(TopicKind kind, DeviceKey device) {
    return new Topic(kind, device, kind.isCall() ? "call-1" : "");
  }

  @ParameterizedTest
  @EnumSource
  void readsTheNameItWrites(TopicKind kind) {
    Topic topic = topic(kind, DEVICE);
    assertThat(Topic.parse(topic.name())).contains(topic);
    assertThat(topic).hasToString(topic.name());
  }

  @Test
  void writesTheNamesOfTheProtocol() {
    assertThat(topic(TopicKind.PROPERTY_UP, DEVICE).name())
        .isEqualTo("$thing/up/property/HRDG3CKWWZ/socket001");
    assertThat(topic(TopicKind.SYSTEM_DOWN, DEVICE).name())
        .isEqualTo("$sys/operation/result/HRDG3CKWWZ/socket001");
    assertThat(topic(TopicKind.CALL_UP, DEVICE).name())
        .isEqualTo("$rrpc/txd/HRDG3CKWWZ/socket001/call-1");
    assertThat(topic(TopicKind.USER_DATA, DEVICE).name()).isEqualTo("HRDG3CKWWZ/socket001/data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "/",
        "//",
        "$thing",
        "$thing/up/property",
        "$thing/up/property/",
        "$thing/up/property/HRDG3CKWWZ",
        "$thing/up/property/HRDG3CKWWZ/",
        "$thing/up/property/HRDG3CKWWZ/socket001/",
        "$thing/up/property/HRDG3CKWWZ/socket001/x",
        "$thing/up/property//socket001",
        "$thing/up/property/hrdg3ckwwz/socket001",
        "$Thing/up/property/HRDG3CKWWZ/socket001",
        "$thing/up/property/+/socket001",
        "$thing/up/property/HRDG3CKWWZ/#",
        "$thing/up/property/HRDG3CKWWZ/a\0b",
        "$thing/sideways/property/HRDG3CKWWZ/socket001",
        "$rrpc/rxd/HRDG3CKWWZ/socket001",
        "$rrpc/rxd/HRDG3CKWWZ/socket001/",
        "$rrpc/rxd/HRDG3CKWWZ/socket001/a/b",
        "$rrpc/rxd/HRDG3CKWWZ/socket001/+",
        "$rrpc/rxd/HRDG3CKWWZ/socket001/a b",
        "$rrpc/rxd/HRDG3CKWWZ/socket001/ä",
        "HRDG3CKWWZ/socket001",
        "HRDG3CKWWZ/socket001/",
        "HRDG3CKWWZ/socket001/other",
        "HRDG3CKWWZ/socket001/data/x",
        "/HRDG3CKWWZ/socket001/data"
      })
  void refusesEveryOtherName(String name) {
    assertThat(Topic.parse(name)).isEmpty();
    assertThat(Topic.mayPublish(DEVICE, name)).isFalse();
  }

  @Test
  void refusesNamesAndProcessIdsThatAreTooLong() {
    assertThat(Topic.parse("$thing/up/property/HRDG3CKWWZ/" + "x".repeat(65_000))).isEmpty();
    assertThat(Topic.parse("$rrpc/rxd/HRDG3CKWWZ/socket001/" + "x".repeat(64))).isPresent();
    assertThat(Topic.parse("$rrpc/rxd/HRDG3CKWWZ/socket001/" + "x".repeat(65))).isEmpty();
    assertThatThrownBy(() -> new Topic(TopicKind.CALL_UP, DEVICE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Topic(TopicKind.RAW_UP, DEVICE, "id"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void letsADeviceUseItsOwnTopicsInTheirDirectionOnly(TopicKind kind) {
    String own = topic(kind, DEVICE).name();
    assertThat(Topic.mayPublish(DEVICE, own)).isEqualTo(kind.mayPublish());
    assertThat(Topic.maySubscribe(DEVICE, own)).isEqualTo(kind.maySubscribe());
    String foreign = topic(kind, OTHER).name();
    assertThat(Topic.mayPublish(DEVICE, foreign)).isFalse();
    assertThat(Topic.maySubscribe(DEVICE, foreign)).isFalse();
  }

  @Test
  void allowsWildcardsOnlyBelowTheDevice() {
    assertThat(Topic.maySubscribe(DEVICE, "$rrpc/rxd/HRDG3CKWWZ/socket001/+")).isTrue();
    assertThat(Topic.maySubscribe(DEVICE, "HRDG3CKWWZ/socket001/#")).isTrue();
    for (String filter :
        new String[] {
          "#",
          "+/#",
          "$thing/#",
          "$thing/down/property/#",
          "$thing/down/property/+/+",
          "$thing/down/property/HRDG3CKWWZ/+",
          "$thing/down/+/HRDG3CKWWZ/socket001",
          "$share/g/$thing/down/property/HRDG3CKWWZ/socket001",
          "$rrpc/rxd/HRDG3CKWWZ/+/+",
          "$rrpc/rxd/HRDG3CKWWZ/socket001/#/x",
          "HRDG3CKWWZ/+/data",
          "HRDG3CKWWZ/socket001#",
          "HRDG3CKWWZ/socket001+/data"
        }) {
      assertThat(Topic.maySubscribe(DEVICE, filter)).as(filter).isFalse();
    }
  }
}
