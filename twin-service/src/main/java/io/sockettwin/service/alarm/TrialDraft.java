package io.sockettwin.service.alarm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flow to be tried on values that somebody thought up.
///
/// @param from when the first step happens; now when absent
/// @param steps what is heard of an imagined device, one after the other
/// @param quietSeconds how long nothing is heard after the last one
record TrialDraft(
    @NotNull @Valid FlowDraft flow,
    @Nullable Instant from,
    @NotNull @Size(min = 1, max = MAX_STEPS) List<@NotNull @Valid Step> steps,
    @Min(0) @Max(MAX_SECONDS) int quietSeconds) {
  static final int MAX_STEPS = 100;
  static final int MAX_SECONDS = 7 * 24 * 3_600;

  /// One thing that is heard; of the last three, those that are given.
  ///
  /// @param afterSeconds since the step before
  /// @param online that it came or went
  /// @param values that it reported
  /// @param event its id
  /// @param params of the event
  record Step(
      @Min(0) @Max(MAX_SECONDS) int afterSeconds,
      @Nullable Boolean online,
      @Nullable ObjectNode values,
      @Nullable String event,
      @Nullable ObjectNode params) {}
}
