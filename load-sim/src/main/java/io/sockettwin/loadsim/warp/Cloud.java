package io.sockettwin.loadsim.warp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A service in the same process. What it wants a device told is returned, in order.
public interface Cloud {

  List<Message.Down> connected(DeviceKey device, Instant now);

  void disconnected(DeviceKey device, Instant now);

  List<Message.Down> said(DeviceKey device, Message.Up message, Instant now);

  List<Message.Down> control(
      DeviceKey device, String id, SequencedMap<String, Value> values, Instant now);

  /// The moment of a timer has come, by the clockwork of the run.
  List<Message.Down> timerDue(
      DeviceKey device, String id, SequencedMap<String, Value> values, Instant now);

  /// Whether a control still waits for its device.
  boolean waits(DeviceKey device, String controlId);

  /// What the twin shows.
  Map<String, JsonNode> reported(DeviceKey device);

  /// What it has kept of a device.
  Kept kept(DeviceKey device);

  /// What the history holds of one device.
  ///
  /// @param overcurrents events of an overload
  /// @param alarms when each was raised because of them
  /// @param hits how many overloads the alarms count
  /// @param firings of its timer
  record Kept(long reports, long overcurrents, List<Instant> alarms, long hits, long firings) {}
}
