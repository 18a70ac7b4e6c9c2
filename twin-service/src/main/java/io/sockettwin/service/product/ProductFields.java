package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What may change of a product without its devices noticing.
record ProductFields(
    @NotNull @Valid Names name,
    @Schema(description = "How devices may obtain their secret with the product secret") @NotNull
        Registration registration,
    @Schema(description = "How many devices may register themselves")
        @NotNull
        @Min(0)
        @Max(ProductDraft.MAX_REGISTRATION_LIMIT)
        Integer registrationLimit,
    @Schema(description = "How the panel shows it; its keys are the panel's own") @NotNull
        ObjectNode panel) {}
