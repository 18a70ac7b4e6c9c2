package io.sockettwin.service.telemetry;

import static io.sockettwin.service.telemetry.Params.invalid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import jakarta.inject.Singleton;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Finds the controls a device was sent, the newest first.
@Singleton
class ControlReader {
  private static final Duration DEFAULT_SPAN = Duration.ofDays(30);

  private static final String SELECT =
      """
      select id, content ->> 'values', stage, accepted_at, (content ->> 'settledAt')::bigint,
        (content ->> 'code')::integer, content ->> 'status'
      from control where product_id = :product and name = :device and %s
      order by accepted_at desc, id desc limit :limit
      """;

  private final RowStream rows;

  ControlReader(RowStream rows) {
    this.rows = rows;
  }

  /// @param settledAt absent while it is open
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PastControl(
      String id,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String values,
      String stage,
      Instant acceptedAt,
      @Nullable Instant settledAt,
      int code,
      String status) {}

  /// @param next how the following page is asked for; absent on the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ControlPage(List<PastControl> items, @Nullable String next) {}

  ControlPage page(
      DeviceKey device,
      @Nullable String fromText,
      @Nullable String toText,
      @Nullable String stage,
      @Nullable String limitText,
      @Nullable String afterText,
      Instant now) {
    Instant to = Params.moment("to", toText, ZoneOffset.UTC, now);
    Instant from = Params.moment("from", fromText, ZoneOffset.UTC, to.minus(DEFAULT_SPAN));
    Params.requireOrder(from, to);
    int limit = SeriesQuery.limit(limitText);
    Map<String, Object> values = of(device, limit + 1);
    values.put("from", from);
    values.put("to", to);
    StringBuilder where = new StringBuilder("accepted_at >= :from and accepted_at < :to");
    if (stage != null) {
      where.append(" and stage = :stage");
      values.put("stage", stage(stage));
    }
    Cursor after = Cursor.parse(afterText);
    if (after != null) {
      where.append(" and (accepted_at, id) < (:afterat, :afterid)");
      values.put("afterat", after.at());
      values.put("afterid", after.part(0));
    }
    List<PastControl> found = read(SELECT.formatted(where), values);
    boolean more = found.size() > limit;
    List<PastControl> items = more ? found.subList(0, limit) : found;
    PastControl last = more ? items.getLast() : null;
    return new ControlPage(
        items, last == null ? null : new Cursor(last.acceptedAt(), List.of(last.id())).toString());
  }

  /// Those that were open at a moment.
  List<PastControl> openAt(DeviceKey device, Instant at) {
    Map<String, Object> values = of(device, SeriesQuery.MAX_POINTS);
    values.put("at", at);
    values.put("millis", at.toEpochMilli());
    String open =
        "accepted_at <= :at and coalesce((content ->> 'settledAt')::bigint > :millis, true)";
    return read(SELECT.formatted(open), values);
  }

  private List<PastControl> read(String sql, Map<String, Object> values) {
    List<PastControl> found = new ArrayList<>();
    rows.read(new NamedSql(sql, values), row -> found.add(control(row)));
    return found;
  }

  private static Map<String, Object> of(DeviceKey device, int limit) {
    return new HashMap<>(
        Map.of("product", device.productId(), "device", device.deviceName(), "limit", limit));
  }

  private static String stage(String text) {
    if (Arrays.stream(Control.Stage.values()).noneMatch(stage -> stage.name().equals(text))) {
      throw invalid("stage", "must be one of " + Arrays.toString(Control.Stage.values()));
    }
    return text;
  }

  private static PastControl control(ResultSet row) throws SQLException {
    long settled = row.getLong(5);
    Instant settledAt = row.wasNull() ? null : Instant.ofEpochMilli(settled);
    return new PastControl(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        settledAt,
        row.getInt(6),
        row.getString(7));
  }
}
