package io.sockettwin.mqttbroker.gate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The time at which the broker received a device's message, as a user property that the broker
/// adds to it. It stays the same when the message is delivered again, and no two messages share it,
/// so the service can tell a repetition from a second message that says the same.
public final class Receipt {

  /// Name of the user property. What a device itself sends as user properties is taken away.
  public static final String PROPERTY = "received";

  private static final int MAX_DIGITS = 18;

  private Receipt() {}

  /// The value: microseconds since 1970, in decimal.
  public static String write(long epochMicroseconds) {
    return Long.toString(epochMicroseconds);
  }

  /// Empty when it is not such a value.
  public static Optional<Instant> read(String value) {
    boolean readable =
        !value.isEmpty()
            && value.length() <= MAX_DIGITS
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return readable
        ? Optional.of(Instant.EPOCH.plus(Long.parseLong(value), ChronoUnit.MICROS))
        : Optional.empty();
  }
}
