package io.sockettwin.service.timer;

import io.sockettwin.thing.DeviceKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What a timer is to do to a device at a moment.
///
/// @param wanted values by property, as JSON
/// @param lateUntil after that it is skipped
/// @param patience how long the device may be away
record Firing(
    UUID timerId,
    Instant dueAt,
    DeviceKey device,
    String wanted,
    Instant lateUntil,
    Duration patience) {

  /// The same whoever carries it out, and however often it is tried.
  String controlId() {
    String key = timerId + " " + dueAt + " " + device;
    return "t-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  boolean isTooLate(Instant now) {
    return now.isAfter(lateUntil);
  }

  /// A firing on time, and one that is not.
  FiringState stateAt(Instant now) {
    return now.isAfter(dueAt.plus(Armed.ON_TIME)) ? FiringState.LATE : FiringState.FIRED;
  }
}
