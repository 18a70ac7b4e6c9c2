package io.sockettwin.service.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A product as REST shows it. The secret appears once, in the answer to its creation.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductView(
    String id,
    Names name,
    Registration registration,
    int registrationLimit,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String template,
    @Schema(description = "Which version of its template this is") int templateVersion,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String panel,
    Instant createdAt,
    int version,
    @Nullable String secret) {

  static ProductView of(ProductRow row) {
    return of(row, null);
  }

  static ProductView of(ProductRow row, @Nullable String secret) {
    return new ProductView(
        row.id,
        new Names(row.nameEn, row.nameZh),
        row.registration,
        row.registrationLimit,
        row.template,
        row.templateNumber,
        row.panel,
        row.createdAt,
        row.version,
        secret);
  }

  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "ProductView[" + id + "]";
  }
}
