package io.sockettwin.service.access.identity;

import io.sockettwin.service.access.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A user to be created; the password is drawn.
record UserDraft(
    @Schema(description = "Never changes; an e-mail address will do", examples = "li.na")
        @NotNull
        @Pattern(regexp = UserDraft.NAME, message = UserDraft.NAME_RULE)
        String name,
    @NotNull Role role,
    @Nullable @Pattern(regexp = UserFields.LANGUAGE, message = "must be en or zh")
        String language) {
  static final String NAME = "[a-z0-9][a-z0-9._@+-]{1,63}";
  static final String NAME_RULE = "must be 2 to 64 small letters, digits or . _ @ + -";

  UserFields fields() {
    return new UserFields(role, language, false);
  }
}
