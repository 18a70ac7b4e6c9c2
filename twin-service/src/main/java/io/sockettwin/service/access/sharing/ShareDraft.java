package io.sockettwin.service.access.sharing;

import io.sockettwin.service.access.Level;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far and how long a device is shared.
record ShareDraft(
    @Schema(description = "view or control") @NotNull Level level,
    @Schema(description = "For good, when absent") @Nullable @Future(message = "must be to come")
        Instant expiresAt) {}
