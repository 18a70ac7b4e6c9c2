package io.sockettwin.service.access.audit;

import io.sockettwin.service.paging.Moment;
import io.sockettwin.service.sql.Sql;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which entries are wanted: those that satisfy everything given.
record AuditFilter(
    @QueryParam("who") @Nullable @Size(max = 64) String who,
    @QueryParam("route")
        @Parameter(description = "Part of it, as /timers")
        @Nullable
        @Size(max = 100)
        String route,
    @QueryParam("method")
        @Nullable
        @Pattern(
            regexp = "GET|POST|PUT|PATCH|DELETE",
            message = "must be GET, POST, PUT, PATCH or DELETE")
        String method,
    @QueryParam("productId") @Nullable @Size(max = 10) String productId,
    @QueryParam("name") @Parameter(description = "Of a device") @Nullable @Size(max = 48)
        String name,
    @QueryParam("refused") @Parameter(description = "Only those refused, or only those done")
        @Nullable Boolean refused,
    @QueryParam("from") @Nullable String from,
    @QueryParam("until") @Parameter(description = "Not included") @Nullable String until) {
  /// The first status of those that say no.
  private static final int REFUSED = 400;

  Sql where(Sql sql) {
    if (who != null) {
      sql.add("and who = ?", who);
    }
    if (route != null) {
      sql.add("and position(? in route) > 0", route);
    }
    if (method != null) {
      sql.add("and method = ?", method);
    }
    if (productId != null) {
      sql.add("and parameters ->> 'productId' = ?", productId);
    }
    if (name != null) {
      sql.add("and parameters ->> 'name' = ?", name);
    }
    if (from != null) {
      sql.add("and at >= ?", Moment.of("from", from));
    }
    if (until != null) {
      sql.add("and at < ?", Moment.of("until", until));
    }
    if (refused != null) {
      sql.add(refused ? "and status >= ?" : "and status < ?", REFUSED);
    }
    return sql;
  }
}
