package io.sockettwin.service.telemetry;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Moments and numbers in the parameters of a request; what is wrong is refused by name.
public final class Params {
  /// Before and behind it neither database nor calendar have anything to tell.
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Params() {}

  /// A moment with its offset, or a date: the day's start in this zone.
  public static Instant moment(String field, @Nullable String text, ZoneId zone, Instant absent) {
    if (text == null) {
      return absent;
    }
    Instant at;
    try {
      at =
          text.length() == "yyyy-MM-dd".length()
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid(field, "must be like 2026-11-25 or 2026-11-25T12:00:00Z");
    }
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw invalid(field, "must be between 2000 and 2200");
    }
    return at;
  }

  /// A whole number within bounds.
  static int number(String field, @Nullable String text, int min, int max, int absent) {
    if (text == null) {
      return absent;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw invalid(field, "must be " + min + " to " + max);
  }

  /// Refuses an empty span.
  public static void requireOrder(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw invalid("to", "must be after from");
    }
  }

  public static Refused invalid(String field, String message) {
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", new Flaw(field, message))
        .refused();
  }
}
