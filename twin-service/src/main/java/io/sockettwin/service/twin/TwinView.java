package io.sockettwin.service.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Presence;
import io.sockettwin.twin.TwinState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A twin as REST shows it.
///
/// @param controls those not yet settled, oldest first
record TwinView(
    String productId,
    String name,
    long version,
    PresenceView presence,
    Map<String, ReportedView> reported,
    List<ControlView> controls,
    Map<String, String> info) {

  /// Whether the device is there.
  ///
  /// @param online connected and reporting
  /// @param connected has a session, silent or not
  /// @param since when that began; of a silent device, when it was last heard of
  /// @param contested whether two clients with its credentials keep ousting each other
  record PresenceView(
      Presence.State state,
      boolean online,
      boolean connected,
      Instant since,
      String reason,
      boolean contested) {
    static PresenceView of(Presence presence) {
      return new PresenceView(
          presence.state(),
          presence.online(),
          presence.connected(),
          presence.since(),
          presence.reason(),
          presence.contested());
    }
  }

  /// A value in its JSON form, and when it was true.
  record ReportedView(JsonNode value, Instant at) {}

  static TwinView of(DeviceKey device, TwinState state) {
    Map<String, ReportedView> reported = new LinkedHashMap<>();
    state
        .reported()
        .forEach((id, it) -> reported.put(id, new ReportedView(it.value().toJson(), it.at())));
    return new TwinView(
        device.productId(),
        device.deviceName(),
        state.version(),
        PresenceView.of(state.presence()),
        reported,
        state.controls().stream().map(ControlView::of).toList(),
        state.info());
  }
}
