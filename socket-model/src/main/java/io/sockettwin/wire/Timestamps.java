package io.sockettwin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times in messages: milliseconds in reports and events, seconds from one vendor tool (protocol
/// section 5.1).
final class Timestamps {
  /// Below this a number counts seconds: as milliseconds it would lie in 1973.
  private static final long FIRST_MILLISECONDS = 100_000_000_000L;

  /// The end of the year 9999, the last that calendars and databases agree on.
  private static final long LAST_MILLISECONDS = 253_402_300_799_999L;

  private Timestamps() {}

  static boolean isMalformed(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return false;
    }
    return !node.isNumber()
        || !node.canConvertToLong()
        || node.longValue() < 0
        || node.longValue() > LAST_MILLISECONDS;
  }

  /// The time a well-formed member tells; null for absent and for 0, which both mean now.
  static @Nullable Instant read(@Nullable JsonNode node) {
    if (node == null || isMalformed(node) || node.longValue() == 0) {
      return null;
    }
    long number = node.longValue();
    return number < FIRST_MILLISECONDS
        ? Instant.ofEpochSecond(number)
        : Instant.ofEpochMilli(number);
  }
}
