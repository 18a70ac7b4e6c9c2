package io.sockettwin.twin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a device says of when something was. Its clock is not to be trusted far (protocol section
/// 4).
final class DeviceTime {
  static final Duration REPORT_MAX_AGE = Duration.ofHours(24);

  private DeviceTime() {}

  /// Not older than this; a device without a clock speaks of now.
  static Instant clamp(@Nullable Instant said, Duration maxAge, Instant now) {
    if (said == null || said.isAfter(now)) {
      return now;
    }
    Instant oldest = now.minus(maxAge);
    return said.isBefore(oldest) ? oldest : said;
  }
}
