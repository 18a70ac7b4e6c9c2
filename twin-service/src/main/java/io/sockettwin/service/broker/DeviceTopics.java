package io.sockettwin.service.broker;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a device may use: the topics that name it (protocol sections 2.9 and 3).
record DeviceTopics(DeviceKey device) {
  private static final String ANY_CALL = "any";

  List<String> publish() {
    return filters(TopicKind::mayPublish).toList();
  }

  /// With its user topics as a whole, as clients do subscribe to `{p}/{d}/#`.
  List<String> subscribe() {
    return Stream.concat(
            filters(TopicKind::maySubscribe),
            Stream.of(device.productId() + "/" + device.deviceName() + "/#"))
        .toList();
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
