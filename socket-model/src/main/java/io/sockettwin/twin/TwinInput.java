package io.sockettwin.twin;

import io.sockettwin.thing.Value;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.SequencedMap;

/// All that can happen to a twin. The moment it happens is the `now` of [Twin#advance].
public sealed interface TwinInput {

  /// The device said something.
  record Said(Message.Up message) implements TwinInput {}

  /// Somebody wants values set; they already fit the data template.
  ///
  /// @param id unique for ever, also the client token on the wire
  record ControlRequested(String id, SequencedMap<String, Value> values, Instant expiresAt)
      implements TwinInput {
    public ControlRequested {
      values = Ordered.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a control without values: " + id);
      }
    }
  }

  /// A connection began. Sessions are numbered upwards for ever.
  record Connected(long session) implements TwinInput {}

  /// A connection ended; ignored unless it is the one that is held to be current.
  record Disconnected(long session, String reason) implements TwinInput {}

  /// The broker started anew: every session with a smaller number is over.
  record SessionsLost(long before) implements TwinInput {}

  /// The moment of [TwinState#wakeAt] has come; one too many does nothing.
  record WakeUp() implements TwinInput {}
}
