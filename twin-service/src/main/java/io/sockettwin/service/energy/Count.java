package io.sockettwin.service.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The lifetime total of a device over whatever its own counter does.
///
/// @param lifetimeMilliwattHours never falls
/// @param last the reading that the next one is compared with; null before the first
/// @param doubt a later reading that does not go on from `last`: the next one decides whether the
///   counter really jumped
/// @param before the run of the counter before its last jump, for reports of it that come late
/// @param jumps how often the counter really jumped
record Count(
    long lifetimeMilliwattHours,
    @Nullable Reading last,
    @Nullable Reading doubt,
    @Nullable Run before,
    long jumps) {

  /// A run of the counter that is over.
  ///
  /// @param last the last reading known of it
  /// @param until the first reading of the next run
  record Run(Reading last, Instant until) {}

  /// A device that has not reported yet.
  static final Count NONE = new Count(0, null, null, null, 0);

  /// The state after a reading, and what was used.
  record Step(Count count, @Nullable Gain gain) {}
}
