package io.sockettwin.service.access.identity;

import io.sockettwin.service.access.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said about a user, and may change.
record UserFields(
    @NotNull Role role,
    @Schema(description = "en or zh; the browser's when absent")
        @Nullable
        @Pattern(regexp = UserFields.LANGUAGE, message = "must be en or zh")
        String language,
    @Schema(description = "Cannot sign in; tokens are worth nothing") @NotNull Boolean disabled) {
  static final String LANGUAGE = "en|zh";
}
