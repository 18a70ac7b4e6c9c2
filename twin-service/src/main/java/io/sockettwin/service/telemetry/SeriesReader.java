package io.sockettwin.service.telemetry;

import com.fasterxml.jackson.databind.util.RawValue;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers questions for a device's past.
@Singleton
class SeriesReader {
  private final RowStream rows;

  SeriesReader(RowStream rows) {
    this.rows = rows;
  }

  SeriesView page(DeviceKey device, SeriesQuery query) {
    List<Map<String, Object>> points = new ArrayList<>();
    List<Cursor> ends = new ArrayList<>();
    List<String> names = names(query);
    rows.read(
        SeriesSql.of(device, query, query.limit() + 1),
        row -> {
          points.add(point(row, query, names));
          ends.add(cursor(row, query, names.size()));
        });
    boolean more = points.size() > query.limit();
    Step step = query.step();
    return new SeriesView(
        device.productId(),
        device.deviceName(),
        query.from(),
        query.to(),
        step == null ? null : step.text(),
        query.source().text(),
        more ? points.subList(0, query.limit()) : points,
        more ? ends.get(query.limit() - 1).toString() : null);
  }

  /// All rows, however many.
  void write(DeviceKey device, SeriesQuery query, OutputStream out) throws IOException {
    Csv csv = new Csv(out);
    List<String> names = names(query);
    csv.row(Stream.concat(Stream.of("at"), names.stream()).toList());
    rows.read(
        SeriesSql.of(device, query, Integer.MAX_VALUE),
        row -> {
          List<@Nullable Object> values = new ArrayList<>();
          values.add(moment(row, 1));
          for (int i = 0; i < names.size(); i++) {
            values.add(row.getObject(i + 2));
          }
          csv.row(values);
        });
    csv.flush();
  }

  private static List<String> names(SeriesQuery query) {
    return query.columns().stream()
        .flatMap(column ->
            query.step() == null
                ? Stream.of(column.name())
                : query.aggregates().stream().map(it -> column.name() + "_" + it.text()))
        .toList();
  }

  private static Map<String, Object> point(ResultSet row, SeriesQuery query, List<String> names)
      throws SQLException {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("at", moment(row, 1));
    for (int i = 0; i < names.size(); i++) {
      boolean json = query.step() == null && query.columns().get(i).type() == ColumnType.JSONB;
      Object value = row.getObject(i + 2);
      if (value != null) {
        point.put(names.get(i), json ? new RawValue(value.toString()) : value);
      }
    }
    return point;
  }

  private static Cursor cursor(ResultSet row, SeriesQuery query, int columns) throws SQLException {
    return new Cursor(
        moment(row, 1),
        query.step() == null ? List.of(moment(row, columns + 2).toString()) : List.of());
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
