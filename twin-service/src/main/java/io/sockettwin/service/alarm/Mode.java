package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a flow runs, and whether anybody is told.
enum Mode {
  @JsonProperty("off")
  OFF,
  /// Runs on live devices, but silently: its alarms are marked, nobody is told, nothing is set.
  @JsonProperty("shadow")
  SHADOW,
  @JsonProperty("live")
  LIVE
}
