package io.sockettwin.wire;

import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An MQTT user name: device, application, connection and expiry, as one text (protocol section
/// 2.4).
public record UserName(
    DeviceKey device, String appId, String connectionId, long expirySeconds, String text) {
  public static final int MAX_LENGTH = 256;

  /// How far a device's clock may be behind before its token counts as expired.
  static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

  /// Splits from the right, where the three short fields are.
  public static Optional<UserName> parse(String text) {
    int third = text.lastIndexOf(';');
    int second = text.lastIndexOf(';', third - 1);
    int first = text.lastIndexOf(';', second - 1);
    if (text.length() > MAX_LENGTH || third < 0 || second < 0 || first < 0) {
      return Optional.empty();
    }
    String appId = text.substring(first + 1, second);
    String expiry = text.substring(third + 1);
    if (!isDigits(appId) || !isDigits(expiry)) {
      return Optional.empty();
    }
    String connectionId = text.substring(second + 1, third);
    try {
      long seconds = Long.parseLong(expiry);
      return DeviceKey.parse(text.substring(0, first))
          .map(device -> new UserName(device, appId, connectionId, seconds, text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Python sends milliseconds, 64-bit C builds 17 digits: read as seconds, both lie far ahead.
  public boolean expired(Instant now) {
    return expirySeconds < now.minus(CLOCK_SLACK).getEpochSecond();
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
