package io.sockettwin.twin;

import io.sockettwin.thing.EventKind;
import io.sockettwin.thing.Value;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.SequencedMap;

/// What the service must do, in this order, after the new state is durable.
public sealed interface TwinEffect {

  /// Tells the device something.
  record Send(Message.Down message) implements TwinEffect {}

  /// Adds an accepted report to the history. Device, time and token together tell a repeated report
  /// from a new one.
  record KeepReport(Instant at, ClientToken token, SequencedMap<String, Value> values)
      implements TwinEffect {
    public KeepReport {
      values = Ordered.copyOf(values);
    }
  }

  /// Adds an accepted event to the history.
  ///
  /// @param place in its batch, from 0
  record KeepEvent(
      Instant at,
      ClientToken token,
      int place,
      String eventId,
      EventKind kind,
      SequencedMap<String, Value> params)
      implements TwinEffect {
    public KeepEvent {
      params = Ordered.copyOf(params);
    }
  }

  /// A control is new or came a stage further.
  record KeepControl(Control control) implements TwinEffect {}

  /// The message concerns a feature beyond the twin, which answers it.
  record HandOn(Message.Up message) implements TwinEffect {}

  /// The message was understood but has no meaning here; counted under its reason.
  record Dropped(String reason) implements TwinEffect {}
}
