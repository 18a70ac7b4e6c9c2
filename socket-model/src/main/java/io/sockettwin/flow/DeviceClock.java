package io.sockettwin.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The time of a device, as its messages tell it. A message may come late or twice, and a device's
/// clock may be wrong, so durations are measured between what the device itself says.
///
/// @param time of the newest message
/// @param lag how long after its time that message was received
/// @param late what came since with an older time
public record DeviceClock(Instant time, Duration lag, @Nullable Late late) {
  /// A device that reports an older time for so long has had its clock set back.
  static final Duration BELIEVED_AFTER = Duration.ofMinutes(1);

  static final DeviceClock UNKNOWN = new DeviceClock(Instant.EPOCH, Duration.ZERO, null);

  /// A run of reports with rising times that are all older than the clock's.
  ///
  /// @param since receipt of the first
  /// @param last time of the last
  record Late(Instant since, Instant last) {}

  /// An event tells how late it is only if it is not an old one.
  DeviceClock hearEvent(Instant at, Instant now) {
    return at.isBefore(time) ? this : new DeviceClock(at, Duration.between(at, now), null);
  }

  /// @param at when the report says it was
  /// @param now its receipt
  DeviceClock hear(Instant at, Instant now) {
    if (!at.isBefore(time)) {
      return new DeviceClock(at, Duration.between(at, now), null);
    }
    if (late == null || !at.isAfter(late.last)) {
      return new DeviceClock(time, lag, new Late(now, at));
    }
    return now.isBefore(late.since.plus(BELIEVED_AFTER))
        ? new DeviceClock(time, lag, new Late(late.since, at))
        : new DeviceClock(at, Duration.between(at, now), null);
  }

  /// What the device's clock shows now.
  Instant at(Instant now) {
    return now.minus(lag);
  }

  /// Our time when the device's clock shows this.
  Instant when(Instant at) {
    return at.plus(lag);
  }

  /// Something happened that the device did not tell itself.
  DeviceClock notice(Instant now) {
    return at(now).isAfter(time) ? new DeviceClock(at(now), lag, late) : this;
  }
}
