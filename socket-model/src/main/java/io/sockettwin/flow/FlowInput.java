package io.sockettwin.flow;

import io.sockettwin.thing.Value;
import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;

/// All that a flow hears of a device. The moment of receipt is a separate argument.
public sealed interface FlowInput {

  /// Accepted properties, true at that time.
  record Reported(Instant at, SequencedMap<String, Value> values) implements FlowInput {}

  /// An accepted event.
  record Happened(Instant at, String eventId, Map<String, Value> params) implements FlowInput {}

  /// A connection began, or took over from the one before.
  record CameOnline() implements FlowInput {}

  record WentOffline() implements FlowInput {}

  /// The moment of [FlowStep#wakeAt] has come; one too many does nothing.
  record WakeUp() implements FlowInput {}
}
