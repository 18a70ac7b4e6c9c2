package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinState;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one transaction must make durable of the twins themselves.
final class Kept {
  record Of<T>(DeviceKey device, T content) {}

  /// A twin before and after the batch.
  record Change(TwinState before, TwinState after) {}

  final Map<DeviceKey, Change> twins = new LinkedHashMap<>();

  /// The last stage of each control; a control may pass several in one batch.
  final Map<String, Of<Control>> controls = new LinkedHashMap<>();

  void twin(DeviceKey device, TwinState before, TwinState after) {
    twins.merge(
        device,
        new Change(before, after),
        (earlier, later) -> new Change(earlier.before(), later.after()));
  }

  /// Whether there is nothing to write.
  boolean isEmpty() {
    return twins.isEmpty() && controls.isEmpty();
  }
}
