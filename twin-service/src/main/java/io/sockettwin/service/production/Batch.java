package io.sockettwin.service.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Devices made in one go.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Batch(
    UUID id,
    String productId,
    String pattern,
    int first,
    int count,
    String note,
    String author,
    Instant createdAt,
    @Schema(description = "Since when its secrets can no longer be downloaded")
        @Nullable Instant closedAt,
    int version) {

  boolean isClosed() {
    return closedAt != null;
  }
}
