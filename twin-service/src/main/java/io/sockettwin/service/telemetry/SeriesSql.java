package io.sockettwin.service.telemetry;

import io.sockettwin.thing.DeviceKey;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The SQL of a question for a device's past. First column: the time.
final class SeriesSql {
  private SeriesSql() {}

  /// @param limit rows at most; the caller asks for one more than it shows
  static NamedSql of(DeviceKey device, SeriesQuery query, int limit) {
    Map<String, Object> values = new HashMap<>();
    values.put("device", device.deviceName());
    values.put("from", query.from());
    values.put("to", query.to());
    values.put("limit", limit);
    String table = query.source().table(device.productId()).quoted();
    Step step = query.step();
    if (step == null) {
      return reports(query, table, values);
    }
    if (step.bucket().contains(":zone")) {
      values.put("zone", query.zone().getId());
    }
    return series(query, step, table, values);
  }

  private static NamedSql reports(SeriesQuery query, String table, Map<String, Object> values) {
    String page = "";
    Cursor after = query.after();
    if (after != null) {
      page = " and (r.at, r.received_at) > (:afterat, :afterreceived)";
      values.put("afterat", after.at());
      values.put("afterreceived", after.moment(0));
    }
    String columns =
        query.columns().stream()
            .map(column -> ", r." + column.quoted())
            .collect(Collectors.joining());
    String sql =
        """
        select r.at%s, r.received_at from %s r
        where r.device = :device and r.at >= :from and r.at < :to%s
        order by r.at, r.received_at limit :limit
        """
            .formatted(columns, table, page);
    return new NamedSql(sql, values);
  }

  private static NamedSql series(
      SeriesQuery query, Step step, String table, Map<String, Object> values) {
    Cursor after = query.after();
    if (after != null) {
      values.put("afterat", after.at());
    }
    String columns =
        query.columns().stream()
            .flatMap(column ->
                query.aggregates().stream().map(it -> ", " + it.of(column, query.source())))
            .collect(Collectors.joining());
    String sql =
        """
        select * from (
          select %s as bucket%s from %s r
          where r.device = :device and r.at >= :from and r.at < :to group by 1) b
        %s order by 1 limit :limit
        """
            .formatted(
                step.bucket(), columns, table, after == null ? "" : "where bucket > :afterat");
    return new NamedSql(sql, values);
  }
}
