package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a timer does to one device.
record ActionDraft(
    @NotNull @Schema(examples = "HRDG3CKWWZ") String productId,
    @NotNull @Schema(examples = "kettle") String name,
    @NotNull @Schema(description = "Writable properties and the values they are to take on")
        ObjectNode values) {}
