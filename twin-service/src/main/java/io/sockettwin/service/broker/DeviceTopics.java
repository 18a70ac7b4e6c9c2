package io.sockettwin.service.broker;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a device may use: the topics that name it, and those of the devices bound to it as their
/// gateway (protocol sections 2.9 and 3).
record DeviceTopics(DeviceKey device, List<DeviceKey> subDevices) {
  private static final String ANY_CALL = "any";

  DeviceTopics {
    subDevices = List.copyOf(subDevices);
  }

  List<String> publish() {
    return Stream.concat(
            filters(TopicKind::mayPublish),
            subDevices.stream()
                .flatMap(sub ->
                    Stream.of(
                        "$thing/up/+/" + sub, "$ota/report/" + sub, "$rrpc/txd/" + sub + "/+")))
        .toList();
  }

  /// With its user topics as a whole, as clients do subscribe to `{p}/{d}/#`.
  List<String> subscribe() {
    return Stream.of(
            filters(TopicKind::maySubscribe),
            Stream.of(device + "/#"),
            subDevices.stream().flatMap(DeviceTopics::heardBy))
        .flatMap(topics -> topics)
        .toList();
  }

  /// Wildcards where they reach no other device: a gateway may have two hundred of them.
  private static Stream<String> heardBy(DeviceKey sub) {
    return Stream.of(
        "$thing/down/+/" + sub,
        "$ota/update/" + sub,
        "$rrpc/rxd/" + sub + "/+",
        "$broadcast/rxd/" + sub);
  }

  private Stream<String> filters(Predicate<TopicKind> permitted) {
    return Arrays.stream(TopicKind.values()).filter(permitted).map(this::filter);
  }

  private String filter(TopicKind kind) {
    return switch (kind) {
      case CALL_UP, CALL_DOWN -> {
        String call = new Topic(kind, device, ANY_CALL).name();
        yield call.substring(0, call.length() - ANY_CALL.length()) + "+";
      }
      default -> new Topic(kind, device).name();
    };
  }
}
