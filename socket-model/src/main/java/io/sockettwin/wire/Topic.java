package io.sockettwin.wire;

import io.sockettwin.thing.DeviceKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An MQTT topic of one device. Only the synchronous call topics carry a process id.
public record Topic(TopicKind kind, DeviceKey device, String processId) {
  /// Longer than any legal name, 134 characters; devices hold 138 (protocol section 2.8).
  public static final int MAX_LENGTH = 255;

  public static final int MAX_PROCESS_ID_LENGTH = 64;

  private static final TopicKind[] KINDS = TopicKind.values();

  public Topic {
    if (kind.isCall() ? !isProcessId(processId) : !processId.isEmpty()) {
      throw new IllegalArgumentException(kind + " with process id '" + processId + "'");
    }
  }

  public Topic(TopicKind kind, DeviceKey device) {
    this(kind, device, "");
  }

  /// The topic of this name; empty for any name that is not exactly one of the protocol's.
  public static Optional<Topic> parse(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return name.charAt(0) == '$' ? parseSystem(name) : parseUser(name);
  }

  /// Whether the device may publish to this topic: to its own only (protocol section 2.9).
  public static boolean mayPublish(DeviceKey device, String name) {
    return parse(name)
        .filter(topic -> topic.kind.mayPublish() && topic.device.equals(device))
        .isPresent();
  }

  /// Whether the device may subscribe with this filter. Product and device must be spelled out; a
  /// wildcard may stand only after them, where it cannot reach another device.
  public static boolean maySubscribe(DeviceKey device, String filter) {
    String own = device.productId() + "/" + device.deviceName();
    if (filter.startsWith(own) && isWildcard(filter.substring(own.length()))) {
      return true;
    }
    String calls = TopicKind.CALL_DOWN.word() + own;
    if (filter.startsWith(calls) && isWildcard(filter.substring(calls.length()))) {
      return true;
    }
    return parse(filter)
        .filter(topic -> topic.kind.maySubscribe() && topic.device.equals(device))
        .isPresent();
  }

  /// The name as it goes to the broker.
  public String name() {
    String own = device.productId() + "/" + device.deviceName();
    if (kind.isUserTopic()) {
      return own + "/" + kind.word();
    }
    return kind.isCall() ? kind.word() + own + "/" + processId : kind.word() + own;
  }

  @Override
  public String toString() {
    return name();
  }

  private static boolean isWildcard(String rest) {
    return rest.equals("/+") || rest.equals("/#");
  }

  private static Optional<Topic> parseSystem(String name) {
    TopicKind kind = kindOf(name);
    if (kind == null) {
      return Optional.empty();
    }
    int product = kind.word().length();
    int slash = name.indexOf('/', product);
    if (slash < 0) {
      return Optional.empty();
    }
    int end = kind.isCall() ? name.indexOf('/', slash + 1) : name.length();
    if (end < 0) {
      return Optional.empty();
    }
    String processId = kind.isCall() ? name.substring(end + 1) : "";
    if (kind.isCall() && !isProcessId(processId)) {
      return Optional.empty();
    }
    return DeviceKey.of(name.substring(product, slash), name.substring(slash + 1, end))
        .map(device -> new Topic(kind, device, processId));
  }

  /// The kind with the longest matching prefix: `$sys/operation/` is one of
  /// `$sys/operation/result/`.
  private static @Nullable TopicKind kindOf(String name) {
    TopicKind best = null;
    for (TopicKind kind : KINDS) {
      if (!kind.isUserTopic()
          && name.startsWith(kind.word())
          && (best == null || kind.word().length() > best.word().length())) {
        best = kind;
      }
    }
    return best;
  }

  private static Optional<Topic> parseUser(String name) {
    int slash = name.indexOf('/');
    int last = name.lastIndexOf('/');
    if (slash < 0 || slash == last) {
      return Optional.empty();
    }
    String word = name.substring(last + 1);
    for (TopicKind kind : KINDS) {
      if (kind.isUserTopic() && kind.word().equals(word)) {
        return DeviceKey.of(name.substring(0, slash), name.substring(slash + 1, last))
            .map(device -> new Topic(kind, device));
      }
    }
    return Optional.empty();
  }

  private static boolean isProcessId(String text) {
    if (text.isEmpty() || text.length() > MAX_PROCESS_ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '/' || c == '+' || c == '#') {
        return false;
      }
    }
    return true;
  }
}
