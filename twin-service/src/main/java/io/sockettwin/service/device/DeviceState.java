package io.sockettwin.service.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a device is connected.
enum DeviceState {
  @JsonProperty("online")
  ONLINE,
  /// Connected, but it reports no more.
  @JsonProperty("silent")
  SILENT,
  @JsonProperty("offline")
  OFFLINE,
  @JsonProperty("never")
  NEVER
}
