package io.sockettwin.service.push;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How much a notice matters, least first.
public enum Severity {
  @JsonProperty("info")
  INFO,
  @JsonProperty("warning")
  WARNING,
  /// Urgent: is not held back during quiet hours.
  @JsonProperty("critical")
  CRITICAL
}
