package io.sockettwin.service.group;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What people say about a group; its name is its own.
record GroupFields(
    @NotBlank @Size(max = 64) @Schema(examples = "Heaters") String name,
    @Nullable @Size(max = 2_000) String note) {}
