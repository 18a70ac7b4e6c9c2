package io.sockettwin.service.alarm;

import io.sockettwin.service.paging.Moment;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.Severity;
import io.sockettwin.thing.CleanText;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which alarms are wanted.
public final class AlarmFilter {
  /// A condition in SQL and the values of its question marks.
  record Where(String sql, List<Object> values) {
    Where and(String condition, Object value) {
      List<Object> more = new ArrayList<>(values);
      more.add(value);
      return new Where(sql + " and " + condition, more);
    }
  }

  @QueryParam("state")
  @Nullable String state;

  @QueryParam("severity")
  @Nullable String severity;

  @QueryParam("productId")
  @Nullable String productId;

  @QueryParam("device")
  @Nullable String device;

  @QueryParam("flowId")
  @Nullable String flowId;

  /// Decided at this moment or later.
  @QueryParam("from")
  @Nullable String from;

  @QueryParam("until")
  @Nullable String until;

  /// In title, text or reason.
  @QueryParam("q")
  @Size(max = 100)
  @Nullable String text;

  @QueryParam("shadow")
  @DefaultValue("false")
  boolean shadow;

  Where where() {
    StringBuilder sql = new StringBuilder("where shadow = ?");
    List<Object> values = new ArrayList<>(List.of(shadow));
    if (state != null) {
      sql.append(
          switch (one("state", state, AlarmState::valueOf)) {
            case OPEN -> " and cleared_at is null and acknowledged_at is null";
            case ACKNOWLEDGED -> " and cleared_at is null and acknowledged_at is not null";
            case CLEARED -> " and cleared_at is not null";
          });
    }
    if (severity != null) {
      add(sql, values, "severity = ?", one("severity", severity, Severity::valueOf).name());
    }
    add(sql, values, "product_id = ?", clean(productId));
    add(sql, values, "name = ?", clean(device));
    add(sql, values, "flow_id = ?", clean(flowId));
    add(sql, values, "decided_at >= ?", time("from", from));
    add(sql, values, "decided_at < ?", time("until", until));
    add(
        sql,
        values,
        "position(lower(?) in lower(concat_ws(' ', title_en, title_zh, text_en, text_zh, reason)))"
            + " > 0",
        clean(text));
    return new Where(sql.toString(), values);
  }

  private static void add(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : CleanText.of(text);
  }

  private static <T> T one(String field, String name, Function<String, T> valueOf) {
    try {
      return valueOf.apply(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(field, "is none of its values");
    }
  }

  private static @Nullable OffsetDateTime time(String field, @Nullable String text) {
    return text == null ? null : Moment.of(field, text).atOffset(ZoneOffset.UTC);
  }

  private static RuntimeException invalid(String field, String message) {
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", new Flaw(field, message))
        .refused();
  }
}
