package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The way to the cloud.
///
/// @param lastReport what the cloud heard last in this session; null until it heard something
record Uplink(boolean up, @Nullable Report lastReport, Instant lastReportAt) {

  static Uplink down(Instant now) {
    return new Uplink(false, null, now);
  }

  static Uplink fresh(Instant now) {
    return new Uplink(true, null, now);
  }

  Uplink reported(Report report, Instant now) {
    return new Uplink(up, report, now);
  }

  Uplink shifted(Duration by) {
    return new Uplink(up, lastReport, lastReportAt.plus(by));
  }
}
