package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.kind.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How the row of a message reads after an attempt.
///
/// @param dueAt when it is tried again, if it is
/// @param recipientGone whether nobody must write to the recipient any more
record Settlement(
    State state,
    @Nullable Instant dueAt,
    @Nullable String providerId,
    @Nullable String failure,
    boolean recipientGone) {
  /// What may become of a message.
  enum State {
    WAITING,
    ACCEPTED,
    /// Given up; somebody may have it tried again.
    DEAD,
    /// Given up, and somebody decided that it stays so.
    DROPPED
  }

  static Settlement of(
      Outcome outcome, int attempt, int maxAttempts, Instant now, RandomGenerator random) {
    return switch (outcome) {
      case Outcome.Accepted(String providerId) ->
          new Settlement(State.ACCEPTED, null, providerId, null, false);
      case Outcome.Never(String reason) -> dead(reason, false);
      case Outcome.Gone(String reason) -> dead(reason, true);
      case Outcome.Later(String reason, Duration asked) ->
          attempt >= maxAttempts
              ? dead(reason, false)
              : new Settlement(
                  State.WAITING, now.plus(Retry.wait(attempt, asked, random)), null, reason, false);
    };
  }

  private static Settlement dead(String reason, boolean recipientGone) {
    return new Settlement(State.DEAD, null, null, reason, recipientGone);
  }
}
