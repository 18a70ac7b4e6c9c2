package io.sockettwin.service.timer;

import io.sockettwin.service.sql.Sql;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which timers are meant: those that satisfy everything given.
record TimerFilter(
    @QueryParam("productId") @Nullable String productId,
    @QueryParam("name") @Nullable String name,
    @QueryParam("q")
        @Parameter(description = "In what the timer is called")
        @Nullable
        @Size(max = 64)
        String text,
    @QueryParam("enabled") @Nullable Boolean enabled) {

  /// Adds the condition to a statement over timers.
  Sql where(Sql sql) {
    sql.add("where true");
    if (productId != null || name != null) {
      sql.add("and id in (select timer_id from timer_device where true");
      if (productId != null) {
        sql.add("and product_id = ?", productId);
      }
      if (name != null) {
        sql.add("and name = ?", name);
      }
      sql.add(")");
    }
    if (text != null) {
      sql.add("and position(lower(?) in lower(content::jsonb ->> 'name')) > 0", text);
    }
    if (enabled != null) {
      sql.add("and coalesce((content::jsonb ->> 'enabled')::boolean, true) = ?", enabled);
    }
    return sql;
  }
}
