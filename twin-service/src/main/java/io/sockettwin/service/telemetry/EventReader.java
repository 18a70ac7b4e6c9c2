package io.sockettwin.service.telemetry;

import static io.sockettwin.service.telemetry.Params.invalid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sockettwin.service.access.Visible;
import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.EventKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Finds events of all devices or of one, the newest first.
@Singleton
class EventReader {
  private static final Duration DEFAULT_SPAN = Duration.ofDays(30);

  private final RowStream rows;
  private final Visible visible;

  EventReader(RowStream rows, Visible visible) {
    this.rows = rows;
    this.visible = visible;
  }

  /// @param at when it happened, by the device's clock if it told
  record EventView(
      String productId,
      String name,
      Instant at,
      Instant receivedAt,
      String eventId,
      EventKind kind,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String params) {}

  /// @param next how the following page is asked for; absent on the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EventPage(List<EventView> items, @Nullable String next) {}

  EventPage page(EventParams params, Instant now) {
    int limit = SeriesQuery.limit(params.limit);
    List<EventView> found = new ArrayList<>();
    List<Cursor> ends = new ArrayList<>();
    rows.read(
        sql(params, now, limit + 1),
        row -> {
          EventView event = event(row);
          found.add(event);
          ends.add(
              new Cursor(
                  event.at(),
                  List.of(
                      event.receivedAt().toString(),
                      event.productId(),
                      event.name(),
                      row.getString(8))));
        });
    boolean more = found.size() > limit;
    return new EventPage(
        more ? found.subList(0, limit) : found, more ? ends.get(limit - 1).toString() : null);
  }

  /// Refuses what cannot be answered, before an answer has begun.
  void check(EventParams params, Instant now) {
    sql(params, now, 1);
  }

  /// All of them, however many.
  void write(EventParams params, Instant now, OutputStream out) throws IOException {
    Csv csv = new Csv(out);
    csv.row(List.of("productId", "name", "at", "receivedAt", "eventId", "kind", "params"));
    rows.read(
        sql(params, now, Integer.MAX_VALUE),
        row -> {
          EventView e = event(row);
          csv.row(
              List.of(
                  e.productId(),
                  e.name(),
                  e.at(),
                  e.receivedAt(),
                  e.eventId(),
                  e.kind(),
                  e.params()));
        });
    csv.flush();
  }

  private NamedSql sql(EventParams params, Instant now, int limit) {
    Instant to = Params.moment("to", params.to, ZoneOffset.UTC, now);
    Instant from = Params.moment("from", params.from, ZoneOffset.UTC, to.minus(DEFAULT_SPAN));
    Params.requireOrder(from, to);
    Map<String, Object> values = new HashMap<>(Map.of("from", from, "to", to, "limit", limit));
    StringBuilder where = new StringBuilder("at >= :from and at < :to");
    if (params.name != null && params.productId == null) {
      throw invalid("name", "needs the parameter productId");
    }
    equal(where, values, "product_id", "product", params.productId);
    equal(where, values, "device", "device", params.name);
    equal(where, values, "event_id", "event", params.eventId);
    equal(where, values, "kind", "kind", params.kind == null ? null : kind(params.kind));
    visible
        .onlyOf()
        .ifPresent(user -> {
          where.append(" and (product_id, device) in " + Visible.DEVICES.replace("?", ":viewer"));
          values.put("viewer", user);
        });
    Cursor after = Cursor.parse(params.after);
    if (after != null) {
      where.append(
          " and (at, received_at, product_id, device, place)"
              + " < (:afterat, :afterreceived, :afterproduct, :afterdevice, :afterplace)");
      values.put("afterat", after.at());
      values.put("afterreceived", after.moment(0));
      values.put("afterproduct", after.part(1));
      values.put("afterdevice", after.part(2));
      values.put("afterplace", after.number(3));
    }
    String sql =
        """
        select product_id, device, at, received_at, event_id, kind, params::text, place
        from history.event where %s
        order by at desc, received_at desc, product_id desc, device desc, place desc limit :limit
        """
            .formatted(where);
    return new NamedSql(sql, values);
  }

  private static void equal(
      StringBuilder where,
      Map<String, Object> values,
      String column,
      String parameter,
      @Nullable String value) {
    if (value != null) {
      where.append(" and ").append(column).append(" = :").append(parameter);
      values.put(parameter, CleanText.of(value));
    }
  }

  private static String kind(String text) {
    return Arrays.stream(EventKind.values())
        .map(EventKind::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> invalid("kind", "must be info, alert or fault"));
  }

  private static EventView event(ResultSet row) throws SQLException {
    return new EventView(
        row.getString(1),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5),
        EventKind.valueOf(row.getString(6)),
        row.getString(7));
  }
}
