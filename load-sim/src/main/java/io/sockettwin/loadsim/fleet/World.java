package io.sockettwin.loadsim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What all sockets of a run share.
///
/// @param start the moment at which the run's nanoseconds begin
public record World(
    Instant start, long seed, Household household, List<Fault> faults, Lives lives, Trace trace) {
  public World {
    faults = List.copyOf(faults);
  }

  Instant instant(long nanos) {
    return start.plusNanos(nanos);
  }

  long nanos(Instant instant) {
    return Duration.between(start, instant).toNanos();
  }
}
