package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.flow.FlowEffect;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An episode that a flow found.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Found(
    Instant raisedAt,
    String reason,
    long hits,
    @Nullable Instant clearedAt,
    @Nullable String clearReason) {
  /// Two flows that find the same thing may find it a little apart.
  private static final Duration CLOSE = Duration.ofSeconds(1);

  static Found of(FlowEffect first) {
    return switch (first) {
      case FlowEffect.Raised(long _, Instant at, String reason) ->
          new Found(at, reason, 1, null, null);
      case FlowEffect.Repeated _, FlowEffect.Cleared _ ->
          throw new IllegalStateException("an episode begins with " + first);
    };
  }

  Found with(FlowEffect next) {
    return switch (next) {
      case FlowEffect.Raised _ -> throw new IllegalStateException("raised twice: " + next);
      case FlowEffect.Repeated(long _, Instant _, long count) ->
          new Found(raisedAt, reason, count, clearedAt, clearReason);
      case FlowEffect.Cleared(long _, Instant at, String why) ->
          new Found(raisedAt, reason, hits, at, why);
    };
  }

  boolean overlaps(Found other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(Found other) {
    return other.clearedAt == null || !raisedAt.isAfter(other.clearedAt.plus(CLOSE));
  }
}
