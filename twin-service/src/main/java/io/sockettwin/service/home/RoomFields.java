package io.sockettwin.service.home;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What people say about a room; its name is its own within the home.
record RoomFields(@NotBlank @Size(max = 64) @Schema(examples = "Kitchen") String name) {}
