package io.sockettwin.service.access.audit;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.CleanText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
    given(who).ifPresent(it -> sql.add("and who = ?", it));
    given(route).ifPresent(it -> sql.add("and position(? in route) > 0", it));
    given(method).ifPresent(it -> sql.add("and method = ?", it));
    given(productId).ifPresent(it -> sql.add("and parameters ->> 'productId' = ?", it));
    given(name).ifPresent(it -> sql.add("and parameters ->> 'name' = ?", it));
    given(from).ifPresent(it -> sql.add("and at >= ?", moment("from", it)));
    given(until).ifPresent(it -> sql.add("and at < ?", moment("until", it)));
    if (refused != null) {
      sql.add(refused ? "and status >= ?" : "and status < ?", REFUSED);
    }
    return sql;
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(CleanText::of);
  }

  private static Instant moment(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      Flaw flaw = new Flaw(field, "must be a time like 2026-01-31T12:00:00Z");
      throw Problem.of(ProblemCode.INVALID, field + " " + flaw.message() + ".", flaw).refused();
    }
  }
}
