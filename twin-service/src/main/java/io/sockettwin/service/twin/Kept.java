package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinEffect.KeepEvent;
import io.sockettwin.twin.TwinEffect.KeepReport;
import io.sockettwin.twin.TwinState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one transaction must make durable.
final class Kept {
  record Of<T>(DeviceKey device, T content) {}

  /// A twin before and after the batch.
  record Change(TwinState before, TwinState after) {}

  final Map<DeviceKey, Change> twins = new LinkedHashMap<>();
  final List<Of<KeepReport>> reports = new ArrayList<>();
  final List<Of<KeepEvent>> events = new ArrayList<>();

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
    return twins.isEmpty() && reports.isEmpty() && events.isEmpty() && controls.isEmpty();
  }
}
