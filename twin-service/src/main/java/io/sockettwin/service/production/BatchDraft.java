package io.sockettwin.service.production;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A batch to be made.
record BatchDraft(
    @NotNull
        @Pattern(regexp = "[A-Z0-9]{10}", message = "must be 10 upper-case letters or digits")
        @Schema(examples = "HRDG3CKWWZ")
        String productId,
    @Schema(
            description = "Names with one run of # for the digits of the counter",
            examples = "socket-######")
        @NotNull
        @Size(max = 48)
        String pattern,
    @Schema(description = "The first number; 1 when absent") @Nullable @Min(0) Integer first,
    @NotNull @Min(1) @Max(BatchDraft.MAX_COUNT) Integer count,
    @Nullable @Size(max = 2_000) String note) {
  static final int MAX_COUNT = 100_000;

  int firstNumber() {
    return first == null ? 1 : first;
  }
}
