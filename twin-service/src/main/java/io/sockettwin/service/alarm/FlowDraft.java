package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.product.Names;
import io.sockettwin.service.push.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// A flow to be created, changed or tried, and as it is stored.
///
/// @param input `"data"`, `"status"` or `{"event": its id}`
/// @param filter a condition; absent for every event of that kind
/// @param clear when an episode ends
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlowDraft(
    @NotNull @Pattern(regexp = "[A-Z0-9]{10}", message = "must be 10 upper-case letters or digits")
        String productId,
    @NotNull @Valid Names name,
    @NotNull Severity severity,
    @NotNull JsonNode input,
    @Nullable ObjectNode filter,
    @Nullable ObjectNode clear,
    @NotNull @Valid Wordings title,
    @NotNull @Valid Wordings text,
    @Nullable @Valid Scope scope,
    @Nullable @Valid Outputs outputs,
    @Nullable Mode mode) {

  /// What decides about episodes; if it changes, they begin anew.
  record Rule(
      JsonNode input,
      @Nullable ObjectNode filter,
      @Nullable ObjectNode clear,
      Scope scope,
      Mode mode) {}

  Rule rule() {
    return new Rule(input, filter, clear, scopeOrAll(), modeOrOff());
  }

  Scope scopeOrAll() {
    return scope == null ? Scope.ALL : scope;
  }

  Outputs outputsOrNone() {
    return outputs == null ? Outputs.NONE : outputs;
  }

  Mode modeOrOff() {
    return mode == null ? Mode.OFF : mode;
  }
}
