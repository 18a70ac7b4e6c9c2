package io.sockettwin.service.telemetry;

import java.time.Duration;

/// Spans as they are configured by default.
record Spans(
    Duration reports,
    Duration minutes,
    Duration hours,
    Duration days,
    Duration events,
    Duration controls,
    Duration rollUpEvery)
    implements TelemetryConfig {
  static final Spans DEFAULT =
      new Spans(
          Duration.ofDays(30),
          Duration.ofDays(400),
          Duration.ofDays(3660),
          Duration.ofDays(36_600),
          Duration.ofDays(400),
          Duration.ofDays(400),
          Duration.ofMinutes(1));
}
