package io.sockettwin.service.timer;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of a firing.
enum FiringState {
  /// Its moment is near or just past.
  @JsonProperty("waiting")
  WAITING,
  /// On time.
  @JsonProperty("fired")
  FIRED,
  /// After its time, but within its grace.
  @JsonProperty("late")
  LATE,
  /// Not at all; the reason says why.
  @JsonProperty("skipped")
  SKIPPED
}
