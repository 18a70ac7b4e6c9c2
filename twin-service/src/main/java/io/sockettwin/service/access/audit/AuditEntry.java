package io.sockettwin.service.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One request that changed something, or was refused to.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
    @Schema(description = "Counts up; some are passed over") long number,
    Instant at,
    @Schema(description = "Empty: nobody who was known") String who,
    @Schema(description = "key, token or session") String way,
    @Schema(description = "Which token or session") @Nullable UUID credential,
    String address,
    String method,
    @Schema(examples = "/api/devices/{productId}/{name}") String route,
    @Schema(description = "What stood in the path") Map<String, String> parameters,
    @Schema(description = "What was answered; below 400 it was done") int status) {}
