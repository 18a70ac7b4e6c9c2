package io.sockettwin.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the protection keeps an eye on from frame to frame. Each fault is told once, until it has
/// gone and come again.
///
/// @param overSince since when a tolerated overload lasts; null if there is none
/// @param openedAt when the relay was last told to open
/// @param lowVoltage whether the mains are low
/// @param stuckRelay whether current flows though the relay should be open
/// @param uncalibrated whether the meter disowns its own parameters
record Watch(
    @Nullable Instant overSince,
    Instant openedAt,
    boolean lowVoltage,
    boolean stuckRelay,
    boolean uncalibrated) {

  static Watch started(Instant now) {
    return new Watch(null, now, false, false, false);
  }

  Watch withOverSince(@Nullable Instant since) {
    return new Watch(since, openedAt, lowVoltage, stuckRelay, uncalibrated);
  }

  Watch opened(Instant now) {
    return new Watch(overSince, now, lowVoltage, stuckRelay, uncalibrated);
  }

  Watch withLowVoltage(boolean low) {
    return new Watch(overSince, openedAt, low, stuckRelay, uncalibrated);
  }

  Watch withStuckRelay(boolean stuck) {
    return new Watch(overSince, openedAt, lowVoltage, stuck, uncalibrated);
  }

  Watch withUncalibrated(boolean disowned) {
    return new Watch(overSince, openedAt, lowVoltage, stuckRelay, disowned);
  }

  Watch shifted(Duration by) {
    return new Watch(
        overSince == null ? null : overSince.plus(by),
        openedAt.plus(by),
        lowVoltage,
        stuckRelay,
        uncalibrated);
  }
}
