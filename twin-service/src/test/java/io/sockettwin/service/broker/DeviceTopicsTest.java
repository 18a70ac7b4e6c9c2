package io.sockettwin.service.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTopicsTest {
  private static final DeviceKey LAMP = new DeviceKey("HRDG3CKWWZ", "lamp");
  private final DeviceTopics topics = new DeviceTopics(LAMP, List.of());

  @Test
  void grantsWhatTheProtocolHasADevicePublish() {
    assertThat(topics.publish())
        .contains(
            "$thing/up/property/HRDG3CKWWZ/lamp",
            "$ota/report/HRDG3CKWWZ/lamp",
            "$rrpc/txd/HRDG3CKWWZ/lamp/+",
            "HRDG3CKWWZ/lamp/event")
        .doesNotContain("$thing/down/property/HRDG3CKWWZ/lamp")
        .allMatch(filter -> filter.contains("HRDG3CKWWZ/lamp"))
        .allMatch(filter -> Topic.mayPublish(LAMP, filter.replace("+", "1")));
  }

  @Test
  void grantsWhatTheProtocolHasADeviceSubscribe() {
    assertThat(topics.subscribe())
        .contains(
            "$thing/down/property/HRDG3CKWWZ/lamp",
            "$rrpc/rxd/HRDG3CKWWZ/lamp/+",
            "HRDG3CKWWZ/lamp/#")
        .doesNotContain("$thing/up/property/HRDG3CKWWZ/lamp")
        .allMatch(filter -> Topic.maySubscribe(LAMP, filter));
  }

  @Test
  void grantsAGatewayTheTopicsOfItsSubDevicesAndOfNoOther() {
    DeviceKey sub = new DeviceKey("SUBDEVICE0", "plug");
    DeviceTopics gateway = new DeviceTopics(LAMP, List.of(sub));
    assertThat(gateway.publish())
        .containsAll(topics.publish())
        .contains("$thing/up/+/SUBDEVICE0/plug", "$rrpc/txd/SUBDEVICE0/plug/+")
        .allMatch(filter -> filter.contains(LAMP + "") || filter.contains(sub + ""));
    assertThat(gateway.subscribe())
        .containsAll(topics.subscribe())
        .contains("$thing/down/+/SUBDEVICE0/plug", "$broadcast/rxd/SUBDEVICE0/plug")
        .allMatch(filter -> filter.contains(LAMP + "") || filter.contains(sub + ""));
  }
}
