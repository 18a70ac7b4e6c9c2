package io.sockettwin.service.access.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A token as REST shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
    UUID id,
    String user,
    String name,
    List<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Schema(description = "To the minute") @Nullable Instant usedAt,
    @Schema(description = "Sent as Authorization: Bearer; shown once") @Nullable String token) {

  TokenView withToken(String secret) {
    return new TokenView(id, user, name, scopes, createdAt, expiresAt, usedAt, secret);
  }

  /// Without the token, which must not reach a log.
  @Override
  public String toString() {
    return "TokenView[" + id + "]";
  }
}
