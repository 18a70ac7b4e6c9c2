package io.sockettwin.service.fleet;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/// A run of load-sim to be attached: what `result.json` says of it, and the page.
///
/// @param report the text of `report.html`
record LoadRunDraft(
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9._-]{1,64}",
            message = "must be 1 to 64 letters, digits, dots, hyphens or underscores")
        String scenario,
    @NotNull Verdict verdict,
    @NotNull Instant startedAt,
    @Min(0) double seconds,
    @Min(0) int sockets,
    @NotBlank @Size(max = MAX_LENGTH) String report) {
  static final int MAX_LENGTH = 1_500_000;

  /// As load-sim has it: not valid when the generator itself was the limit.
  enum Verdict {
    PASSED,
    FAILED,
    NOT_VALID
  }
}
