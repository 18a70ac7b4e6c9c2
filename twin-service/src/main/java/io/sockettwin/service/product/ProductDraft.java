package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A product to be created or changed. Id and secret count at creation only; both are drawn when
/// absent.
record ProductDraft(
    @Nullable @Pattern(regexp = "[A-Z0-9]{10}", message = "must be 10 upper-case letters or digits")
        String id,
    @NotNull @Valid Names name,
    @Schema(description = "In the vendor's form") @NotNull ObjectNode template,
    @Nullable Registration registration,
    @Schema(description = "How many devices may register themselves; 1000 when absent")
        @Nullable
        @Min(0)
        @Max(ProductDraft.MAX_REGISTRATION_LIMIT)
        Integer registrationLimit,
    @Nullable ObjectNode panel,
    @Nullable @Pattern(regexp = "[!-~]{16,32}", message = "must be 16 to 32 printable characters")
        String secret) {
  static final int MAX_REGISTRATION_LIMIT = 1_000_000;
  static final int DEFAULT_REGISTRATION_LIMIT = 1_000;

  ProductFields fields() {
    return new ProductFields(
        name,
        registration == null ? Registration.DISABLED : registration,
        registrationLimit == null ? DEFAULT_REGISTRATION_LIMIT : registrationLimit,
        panel == null ? JsonNodeFactory.instance.objectNode() : panel);
  }

  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "ProductDraft[" + id + "]";
  }
}
