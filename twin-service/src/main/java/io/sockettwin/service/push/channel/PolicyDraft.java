package io.sockettwin.service.push.channel;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A [Policy] as REST takes and shows it.
record PolicyDraft(
    @Nullable @Min(1) @Max(MAX_PER_MINUTE) Integer messagesPerMinute,
    @Nullable Boolean digest,
    @Nullable @Valid Quiet quietHours) {
  static final int MAX_PER_MINUTE = 600;

  /// Quiet hours in the zone of those who sleep.
  record Quiet(@NotNull LocalTime from, @NotNull LocalTime to, @NotBlank String zone) {
    QuietHours hours() {
      if (from.equals(to)) {
        throw invalid("policy.quietHours.to", "is the same as from");
      }
      try {
        return new QuietHours(from, to, ZoneId.of(zone));
      } catch (DateTimeException e) {
        throw invalid("policy.quietHours.zone", "there is no time zone " + zone);
      }
    }

    private static RuntimeException invalid(String field, String message) {
      Flaw flaw = new Flaw(field, message);
      return Problem.of(ProblemCode.INVALID, "The quiet hours are invalid.", flaw).refused();
    }
  }

  Policy policy() {
    return new Policy(
        messagesPerMinute,
        digest != null && digest,
        quietHours == null ? null : quietHours.hours());
  }

  static PolicyDraft of(Policy policy) {
    QuietHours quiet = policy.quietHours();
    return new PolicyDraft(
        policy.messagesPerMinute(),
        policy.digest(),
        quiet == null ? null : new Quiet(quiet.from(), quiet.to(), quiet.zone().getId()));
  }
}
