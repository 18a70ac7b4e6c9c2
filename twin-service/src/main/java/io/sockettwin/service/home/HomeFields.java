package io.sockettwin.service.home;

import io.sockettwin.service.place.Position;
import io.sockettwin.service.place.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What people say about a home.
record HomeFields(
    @NotBlank @Size(max = 64) @Schema(examples = "Lakeside 5") String name,
    @Schema(
            description = "Of the devices in it that have none of their own",
            examples = "Asia/Shanghai")
        @NotNull
        @TimeZoneName
        String timeZone,
    @Nullable @Valid Position position,
    @Nullable @Size(max = 2_000) String note) {}
