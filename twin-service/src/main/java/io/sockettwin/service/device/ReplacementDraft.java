package io.sockettwin.service.device;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A replacement of hardware to be noted.
record ReplacementDraft(
    @Nullable @Size(max = 2_000) String note,
    @Schema(description = "Whether the new hardware was burned with the old secret")
        boolean keepSecret) {

  String noteOrNone() {
    return note == null ? "" : note;
  }
}
