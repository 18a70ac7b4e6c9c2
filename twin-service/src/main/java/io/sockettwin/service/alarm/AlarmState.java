package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far an alarm has come. One may be over before anybody saw it.
enum AlarmState {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("acknowledged")
  ACKNOWLEDGED,
  @JsonProperty("cleared")
  CLEARED
}
