package io.sockettwin.loadsim.live;

import io.sockettwin.wire.Message;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages that wait for the broker's acknowledgement, where that counts as an answer.
final class Unacknowledged {

  /// More are not remembered, and count as unanswered in the end.
  private static final int LIMIT = 256;

  private @Nullable Map<Integer, Message.Up> messages;

  void add(int packetId, Message.Up message) {
    if (messages == null) {
      messages = new HashMap<>();
    }
    if (messages.size() < LIMIT) {
      messages.put(packetId, message);
    }
  }

  Message.@Nullable Up take(int packetId) {
    return messages == null ? null : messages.remove(packetId);
  }

  void clear() {
    messages = null;
  }
}
