package io.sockettwin.service.timer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A due time of a timer for one device, and what became of it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiringView(
    UUID timerId,
    Instant dueAt,
    String productId,
    String name,
    FiringState state,
    @Nullable Instant decidedAt,
    @Schema(description = "Why it was skipped") @Nullable String reason,
    @Schema(description = "See /api/controls/{id}") @Nullable String controlId,
    @Schema(description = "How far the control has come, as of controls")
        @Nullable String controlStage) {}
