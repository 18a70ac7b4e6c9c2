package io.sockettwin.wire;

import io.sockettwin.thing.Check;
import org.jspecify.annotations.Nullable;

/// What a device hears about a payload that is no message.
final class Refusals {
  static final String NOT_PARSABLE = "not a JSON object";

  private Refusals() {}

  /// The token of a text that cannot be parsed is unknown, so it is empty (protocol section 5.1).
  static <M extends Message> Decoded<M> notParsable(TopicKind kind) {
    return new Decoded.Refused<>(Check.NOT_PARSABLE, NOT_PARSABLE, unparsedReply(kind));
  }

  static <M extends Message> Decoded<M> dropped(int code, String reason) {
    return new Decoded.Refused<>(code, reason, null);
  }

  private static Message.@Nullable Down unparsedReply(TopicKind kind) {
    return switch (kind) {
      case PROPERTY_UP ->
          new Message.ReportReply(ClientToken.NONE, Check.NOT_PARSABLE, NOT_PARSABLE);
      case EVENT_UP ->
          new Message.EventReply(ClientToken.NONE, null, false, Check.NOT_PARSABLE, NOT_PARSABLE);
      default -> null;
    };
  }
}
