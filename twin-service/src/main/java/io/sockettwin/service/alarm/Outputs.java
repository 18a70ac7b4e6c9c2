package io.sockettwin.service.alarm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an alarm of a flow does besides being there.
///
/// @param push ids of the channels that tell of it; a webhook is one of them
/// @param whenCleared whether they tell of its end too
/// @param set properties that the device is asked to take on
/// @param escalation who is told when nobody acknowledges it
record Outputs(
    @Size(max = MAX_CHANNELS) List<@NotNull @Size(max = 64) String> push,
    boolean whenCleared,
    @Nullable ObjectNode set,
    @Nullable @Valid Escalation escalation) {
  static final int MAX_CHANNELS = 20;
  static final Outputs NONE = new Outputs(List.of(), false, null, null);

  record Escalation(
      @Min(1) @Max(MAX_MINUTES) int afterMinutes,
      @NotNull @Size(min = 1, max = MAX_CHANNELS) List<@NotNull @Size(max = 64) String> push) {
    private static final int MAX_MINUTES = 7 * 24 * 60;
  }

  Outputs(
      @Nullable List<String> push,
      boolean whenCleared,
      @Nullable ObjectNode set,
      @Nullable Escalation escalation) {
    this.push = push == null ? List.of() : List.copyOf(push);
    this.whenCleared = whenCleared;
    this.set = set;
    this.escalation = escalation;
  }
}
