package io.sockettwin.socket;

import io.sockettwin.meter.PulseMark;
import io.sockettwin.meter.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known from the meter.
///
/// @param mark where its pulse counter stood; null until the first frame
/// @param expiresAt when the reading is too old to be shown as the present; null once it was
record Metering(Reading reading, @Nullable PulseMark mark, @Nullable Instant expiresAt) {

  /// Some twenty to thirty frames: more than any glitch of the line explains.
  static final Duration READING_LIFE = Duration.ofSeconds(3);

  static Metering none(Instant now) {
    return new Metering(Reading.NONE, null, now.plus(READING_LIFE));
  }

  Metering expired() {
    return new Metering(Reading.NONE, mark, null);
  }

  Metering shifted(Duration by) {
    return new Metering(reading, mark, expiresAt == null ? null : expiresAt.plus(by));
  }
}
