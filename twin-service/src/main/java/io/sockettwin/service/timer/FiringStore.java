package io.sockettwin.service.timer;

import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Columns;
import io.sockettwin.thing.DeviceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// The rows of firings, in the caller's transaction.
final class FiringStore {
  static final int INSERTED_COLUMNS = 8;
  static final int DECIDED_COLUMNS = 7;

  /// Of devices that still are the timer's. Twice is once.
  private static final String INSERT =
      """
      insert into timer_firing (timer_id, due_at, product_id, name, wanted, late_until,
        patience_seconds, state, decided_at, reason)
      select t.timer_id, u.d::timestamptz, u.p, u.n, u.w, u.l::timestamptz, u.s::integer,
             case when u.r is null then 'WAITING' else 'SKIPPED' end,
             case when u.r is null then null else now() end, u.r
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[]) as u(t, d, p, n, w, l, s, r)
      join timer_device t on t.timer_id = u.t::uuid and t.product_id = u.p and t.name = u.n
      on conflict do nothing
      """;

  /// What another replica is just carrying out, or somebody is just taking back, is left to them.
  private static final String LOCK =
      """
      select timer_id, due_at, product_id, f.name, wanted, late_until, patience_seconds
      from timer_firing f join unnest(?::text[], ?::text[]) as u(p, n) on product_id = u.p and f.name = u.n
      where state = 'WAITING' and due_at <= ? order by due_at, timer_id
      for update of f skip locked
      """;

  private static final String DECIDE =
      """
      update timer_firing f set state = u.s, decided_at = clock_timestamp(), control_id = u.c,
        reason = u.r
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(t, d, p, n, s, c, r)
      where f.timer_id = u.t::uuid and f.due_at = u.d::timestamptz and f.product_id = u.p
        and f.name = u.n and f.state = 'WAITING'
      """;

  /// Whose replica has forgotten them, or never had the time.
  private static final String OVERDUE =
      """
      select distinct product_id, name from timer_firing
      where state = 'WAITING' and due_at < ? limit ?
      """;

  private FiringStore() {}

  static void insert(Connection connection, Columns rows) throws SQLException {
    rows.execute(connection, INSERT);
  }

  /// What is due for these devices, in the order of its moments; nobody else can decide about it
  /// until the transaction ends.
  static List<Firing> lock(Connection connection, Collection<DeviceKey> devices, Instant now)
      throws SQLException {
    return Sql.of(
            LOCK, texts(devices, DeviceKey::productId), texts(devices, DeviceKey::deviceName), now)
        .list(
            connection,
            row ->
                new Firing(
                    row.getObject("timer_id", UUID.class),
                    Sql.requireInstant(row, "due_at"),
                    new DeviceKey(row.getString("product_id"), row.getString("name")),
                    row.getString("wanted"),
                    Sql.requireInstant(row, "late_until"),
                    Duration.ofSeconds(row.getInt("patience_seconds"))));
  }

  static int decide(Connection connection, Columns rows) throws SQLException {
    return rows.execute(connection, DECIDE);
  }

  static List<DeviceKey> overdue(Connection connection, Instant before, int limit)
      throws SQLException {
    return Sql.of(OVERDUE, before, limit)
        .list(connection, row -> new DeviceKey(row.getString(1), row.getString(2)));
  }

  private static String[] texts(Collection<DeviceKey> devices, Function<DeviceKey, String> part) {
    return devices.stream().map(part).toArray(String[]::new);
  }
}
