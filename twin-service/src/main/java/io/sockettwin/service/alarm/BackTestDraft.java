package io.sockettwin.service.alarm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flow to be tried on the past: a saved one, or one that was edited and not saved.
///
/// @param flowId names the saved one
/// @param flow the edited one; not both
/// @param devices by name; those of the flow's scope when absent
/// @param compareWith a flow that ran; the saved one itself when absent
record BackTestDraft(
    @Nullable String flowId,
    @Nullable @Valid FlowDraft flow,
    @Nullable @Size(min = 1, max = Scope.MAX_DEVICES) List<@NotNull String> devices,
    @NotNull Instant from,
    @NotNull Instant until,
    @Nullable String compareWith) {}
