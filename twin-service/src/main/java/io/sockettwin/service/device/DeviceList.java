package io.sockettwin.service.device;

import io.sockettwin.service.access.Visible;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.place.Position;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Reads devices as REST shows them. Every filter and order has an index.
@Singleton
class DeviceList {
  static final String SORTS = "-?(name|createdAt)";

  private static final String DEVICE = "d.product_id, d.name";

  private static final String SELECT =
      """
      select d.product_id, d.name, d.enabled, d.tags, d.alias, d.place, d.latitude, d.longitude,
        d.time_zone, d.note, d.home_id, d.room_id, d.batch_id, d.created_at, d.activated_at, d.version,
        coalesce(t.connected, false) as connected, coalesce(t.silent, false) as silent,
        coalesce(t.session, 0) > 0 as seen,
        case when t.connected and not t.silent then current_timestamp
          when t.session > 0 then t.since end as last_seen_at,
        (select jsonb_object_agg(key, value -> 'v') from jsonb_each(t.reported))::text as reported\
      """;

  private final DataSource database;
  private final Visible visible;

  DeviceList(DataSource database, Visible visible) {
    this.database = database;
    this.visible = visible;
  }

  Optional<DeviceView> find(DeviceKey device) {
    return Sql.of(SELECT)
        .add(DeviceFilter.FROM)
        .add("where d.product_id = ? and d.name = ?", device.productId(), device.deviceName())
        .first(database, DeviceList::view);
  }

  /// A part of the devices that are meant.
  ///
  /// @param sort as in [#SORTS]; names count within their product
  Slice<DeviceView> list(DeviceFilter filter, String sort, SliceParams wanted) {
    Optional<String> onlyOf = visible.onlyOf();
    List<DeviceView> found = query(filter, onlyOf, sort, wanted).list(database, DeviceList::view);
    Slice<DeviceView> slice = Slice.of(found, wanted, last -> place(sort, last), view -> view);
    return wanted.isFirst() ? slice.withTotal(count(filter, onlyOf)) : slice;
  }

  private long count(DeviceFilter filter, Optional<String> onlyOf) {
    String twin = filter.state() == null ? "from device d" : DeviceFilter.FROM;
    Sql sql = Sql.of("select count(*)").add(twin);
    return Visible.and(filter.where(sql), onlyOf, DEVICE)
        .first(database, row -> row.getLong(1))
        .orElseThrow();
  }

  /// The statement for a part of the list.
  ///
  /// @param onlyOf whose devices are meant, unless all are
  static Sql query(DeviceFilter filter, Optional<String> onlyOf, String sort, SliceParams wanted) {
    boolean byAge = sort.endsWith("createdAt");
    boolean down = sort.startsWith("-");
    String beyond = down ? "<" : ">";
    Sql sql = filter.where(Sql.of(SELECT).add(DeviceFilter.FROM));
    Visible.and(sql, onlyOf, DEVICE);
    wanted
        .cursor(byAge ? 3 : 2)
        .ifPresent(after -> {
          if (byAge) {
            sql.add(
                "and (d.created_at, d.product_id, d.name) " + beyond + " (?, ?, ?)",
                after.instant(0),
                after.text(1),
                after.text(2));
          } else {
            sql.add(
                "and (d.product_id, d.name) " + beyond + " (?, ?)", after.text(0), after.text(1));
          }
        });
    String direction = down ? " desc" : "";
    sql.add("order by");
    if (byAge) {
      sql.add("d.created_at" + direction + ",");
    }
    return sql.add("d.product_id" + direction + ", d.name" + direction)
        .add("limit ?", wanted.limit());
  }

  private static Cursor place(String sort, DeviceView last) {
    return sort.endsWith("createdAt")
        ? Cursor.at(last.createdAt(), last.productId(), last.name())
        : Cursor.at(last.productId(), last.name());
  }

  private static DeviceState state(ResultSet row) throws SQLException {
    if (row.getBoolean("connected")) {
      return row.getBoolean("silent") ? DeviceState.SILENT : DeviceState.ONLINE;
    }
    return row.getBoolean("seen") ? DeviceState.OFFLINE : DeviceState.NEVER;
  }

  private static DeviceView view(ResultSet row) throws SQLException {
    return new DeviceView(
        row.getString("product_id"),
        row.getString("name"),
        row.getBoolean("enabled"),
        state(row),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getString("alias"),
        row.getString("place"),
        Position.of(
            row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)),
        row.getString("time_zone"),
        row.getString("note"),
        row.getObject("home_id", UUID.class),
        row.getObject("room_id", UUID.class),
        row.getObject("batch_id", UUID.class),
        Sql.requireInstant(row, "created_at"),
        Sql.instant(row, "activated_at"),
        Sql.instant(row, "last_seen_at"),
        row.getString("reported"),
        row.getInt("version"),
        null);
  }
}
