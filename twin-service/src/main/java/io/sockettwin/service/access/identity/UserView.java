package io.sockettwin.service.access.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.access.Role;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A user as REST shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(
    String name,
    Role role,
    @Nullable String language,
    boolean disabled,
    @Schema(description = "Has yet to choose a password") boolean mustChangePassword,
    Instant createdAt,
    @Nullable Instant signedInAt,
    int version,
    @Schema(description = "To hand over; shown once") @Nullable String oneTimePassword) {

  static UserView of(UserRow row, @Nullable String oneTimePassword) {
    UserFields fields = row.fields();
    return new UserView(
        row.name,
        fields.role(),
        fields.language(),
        row.disabled,
        row.mustChange,
        row.createdAt,
        row.signedInAt,
        row.version,
        oneTimePassword);
  }

  /// Without the password, which must not reach a log.
  @Override
  public String toString() {
    return "UserView[" + name + "]";
  }
}
