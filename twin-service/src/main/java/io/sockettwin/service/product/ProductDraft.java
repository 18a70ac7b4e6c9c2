package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// A product to be created or changed. Id and secret count at creation only; both are drawn when
/// absent.
record ProductDraft(
    @Nullable @Pattern(regexp = "[A-Z0-9]{10}", message = "must be 10 upper-case letters or digits")
        String id,
    @NotNull @Valid Names name,
    @NotNull ObjectNode template,
    @Nullable Registration registration,
    @Nullable ObjectNode panel,
    @Nullable @Pattern(regexp = "[!-~]{16,32}", message = "must be 16 to 32 printable characters")
        String secret) {
  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "ProductDraft[" + id + "]";
  }
}
