package io.sockettwin.service.trace;

import io.sockettwin.service.sql.Sql;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which kept messages are meant: those that satisfy everything given.
record MessageFilter(
    @QueryParam("from") @Nullable OffsetDateTime from,
    @QueryParam("to") @Nullable OffsetDateTime to,
    @QueryParam("direction")
        @Nullable
        @Pattern(regexp = "up|down|session", message = "must be up, down or session")
        String direction,
    @QueryParam("method")
        @Parameter(description = "As report or control_reply")
        @Nullable
        @Size(max = 64)
        String method,
    @QueryParam("refused") @Nullable Boolean refused) {

  /// Adds the conditions to a statement over `message_log`.
  Sql where(Sql sql) {
    if (from != null) {
      sql.add("and at >= ?", from);
    }
    if (to != null) {
      sql.add("and at < ?", to);
    }
    if (direction != null) {
      sql.add("and direction = ?", direction.toUpperCase(Locale.ROOT));
    }
    if (method != null) {
      sql.add("and method = ?", method);
    }
    if (refused != null) {
      sql.add("and (coalesce(code, 0) <> 0) = ?", refused);
    }
    return sql;
  }
}
