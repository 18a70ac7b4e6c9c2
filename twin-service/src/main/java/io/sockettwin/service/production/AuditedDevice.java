package io.sockettwin.service.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of one device of a batch.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditedDevice(
    String name,
    @Nullable Instant activatedAt,
    @Schema(description = "Whether it ever connected") boolean seen,
    @Schema(description = "When two held its credentials at once for the first time")
        @Nullable Instant clonedAt,
    int clonedTimes,
    @Schema(examples = "in turn from 192.0.2.7 and 198.51.100.3") @Nullable String cloneEvidence,
    @Schema(
            description =
                "Ids it told since its hardware was last replaced; more than one: burned"
                    + " twice")
        List<String> hardwareIds) {
  AuditedDevice {
    hardwareIds = List.copyOf(hardwareIds);
  }
}
