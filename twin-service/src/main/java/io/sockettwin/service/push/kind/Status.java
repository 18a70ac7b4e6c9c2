package io.sockettwin.service.push.kind;

import io.sockettwin.service.push.http.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an HTTP status says, for those who say it in the status.
final class Status {
  /// What somebody else's server may demand of us.
  static final Duration MAX_WAIT = Duration.ofHours(1);

  /// Statuses below 500 that will be another one later: time-out, too early, too many requests.
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private Status() {}

  /// The failure it stands for, if it does not stand for success.
  static Optional<Outcome> failure(Answer.Received answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return Optional.empty();
    }
    String reason = "status " + status;
    if (status >= 500 || PASSING.contains(status)) {
      return Optional.of(
          new Outcome.Later(reason, retryAfter(answer.headers().get("retry-after"), now)));
    }
    return Optional.of(
        new Outcome.Never(status < 400 ? reason + ", and redirects are not followed" : reason));
  }

  /// Reads `Retry-After`: seconds, or a date (RFC 9110).
  static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Duration wait;
    try {
      wait =
          header.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
  }
}
