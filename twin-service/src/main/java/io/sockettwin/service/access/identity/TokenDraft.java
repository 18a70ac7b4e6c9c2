package io.sockettwin.service.access.identity;

import io.sockettwin.service.access.Scope;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A token to be drawn.
record TokenDraft(
    @Schema(description = "What it is for", examples = "Home Assistant") @NotBlank @Size(max = 64)
        String name,
    @Schema(description = "It opens no more than its user may do anyway")
        @NotEmpty(message = "must name at least one")
        Set<@NotNull Scope> scopes,
    @Schema(description = "Never, when absent") @Nullable @Future(message = "must be to come")
        Instant expiresAt) {}
