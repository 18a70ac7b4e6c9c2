package io.sockettwin.service.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.DeviceKey;
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

  record PresenceView(boolean online, Instant since, String reason) {}

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
        new PresenceView(
            state.presence().online(), state.presence().since(), state.presence().reason()),
        reported,
        state.controls().stream().map(ControlView::of).toList(),
        state.info());
  }
}
