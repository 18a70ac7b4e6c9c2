package io.sockettwin.twin;

import io.sockettwin.thing.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the cloud knows of a device.
///
/// @param version counts every change, so rows can be compared and set by it
/// @param reported the last accepted value of each property
/// @param controls those not yet settled, oldest first
/// @param info what the device last said of itself with report_info, and its firmware's version
public record TwinState(
    long version,
    SequencedMap<String, Reported> reported,
    List<Control> controls,
    Presence presence,
    SequencedMap<String, String> info) {

  /// A device nothing was heard of yet.
  public static final TwinState UNKNOWN =
      new TwinState(0, new LinkedHashMap<>(), List.of(), Presence.NEVER, new LinkedHashMap<>());

  public TwinState {
    reported = Ordered.copyOf(reported);
    controls = List.copyOf(controls);
    info = Ordered.copyOf(info);
  }

  /// When the first of the open controls expires, or the device counts as silent: then a
  /// [TwinInput.WakeUp] is due. Told by the state, not by an effect, since a state outlives a
  /// restart.
  public Optional<Instant> wakeAt() {
    Instant first = presence.wakeAt();
    for (Control control : controls) {
      if (first == null || control.expiresAt().isBefore(first)) {
        first = control.expiresAt();
      }
    }
    return Optional.ofNullable(first);
  }

  /// A value and the moment it was true, by the device's clock if it gave one.
  public record Reported(Value value, Instant at) {}
}
