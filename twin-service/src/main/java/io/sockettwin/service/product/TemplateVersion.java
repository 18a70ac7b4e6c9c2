package io.sockettwin.service.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One version of a product's data template.
///
/// @param author who put it there; empty for what was there before versions were kept
/// @param template as it was written; absent in lists
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateVersion(
    int number,
    Instant at,
    String author,
    String note,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String template) {}
