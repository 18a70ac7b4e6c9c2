package io.sockettwin.service.energy;

import io.sockettwin.thing.DeviceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads and writes accounts, in the caller's transaction.
final class AccountStore {
  private static final String READ =
      """
      select c.product_id, c.name, version, lifetime_milliwatt_hours, jumps,
        last_milliwatt_hours, last_at, doubt_milliwatt_hours, doubt_at,
        before_milliwatt_hours, before_at, before_until, quarter, quarter_milliwatt_hours
      from energy_count c
      join unnest(?::text[], ?::text[]) as u(p, n) on c.product_id = u.p and c.name = u.n
      """;

  /// Times travel as microseconds since 1970. A row of another version than the one read stays.
  private static final String WRITE =
      """
      insert into energy_count as c
        (product_id, name, version, lifetime_milliwatt_hours, jumps,
         last_milliwatt_hours, last_at, doubt_milliwatt_hours, doubt_at,
         before_milliwatt_hours, before_at, before_until, quarter, quarter_milliwatt_hours)
      select p, n, v, l, j, lm, e.t + la * e.us, dm, e.t + da * e.us,
        bm, e.t + ba * e.us, e.t + bu * e.us, e.t + q * e.us, qm
      from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::bigint[]) as u(p, n, v, l, j, lm, la, dm, da, bm, ba, bu, q, qm),
        (values (timestamptz 'epoch', interval '1 microsecond')) as e(t, us)
      on conflict (product_id, name) do update set
        version = excluded.version, lifetime_milliwatt_hours = excluded.lifetime_milliwatt_hours,
        jumps = excluded.jumps,
        last_milliwatt_hours = excluded.last_milliwatt_hours, last_at = excluded.last_at,
        doubt_milliwatt_hours = excluded.doubt_milliwatt_hours, doubt_at = excluded.doubt_at,
        before_milliwatt_hours = excluded.before_milliwatt_hours, before_at = excluded.before_at,
        before_until = excluded.before_until, quarter = excluded.quarter,
        quarter_milliwatt_hours = excluded.quarter_milliwatt_hours
      where c.version = excluded.version - 1
      """;

  private AccountStore() {}

  static Map<DeviceKey, Account> read(Connection connection, Collection<DeviceKey> devices)
      throws SQLException {
    Map<DeviceKey, Account> found = new HashMap<>();
    if (devices.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setArray(1, texts(connection, devices, DeviceKey::productId));
      statement.setArray(2, texts(connection, devices, DeviceKey::deviceName));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(new DeviceKey(row.getString(1), row.getString(2)), account(row));
        }
      }
    }
    return found;
  }

  private static Account account(ResultSet row) throws SQLException {
    Reading before = reading(row, 10);
    Count count =
        new Count(
            row.getLong(4),
            reading(row, 6),
            reading(row, 8),
            before == null ? null : new Count.Run(before, moment(row, 12)),
            row.getLong(5));
    Quarter open = new Quarter(moment(row, 13), row.getLong(14));
    return new Account(
        row.getLong(3), count, open, count.last() == null ? null : count.last().at());
  }

  private static @Nullable Reading reading(ResultSet row, int column) throws SQLException {
    long milliwattHours = row.getLong(column);
    return row.wasNull() ? null : new Reading(milliwattHours, moment(row, column + 1));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// Writes accounts with the version that they shall have.
  ///
  /// @return false when one was changed by somebody else since it was read
  static boolean write(Connection connection, Map<DeviceKey, Account> accounts)
      throws SQLException {
    if (accounts.isEmpty()) {
      return true;
    }
    List<Account> rows = List.copyOf(accounts.values());
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setArray(1, texts(connection, accounts.keySet(), DeviceKey::productId));
      statement.setArray(2, texts(connection, accounts.keySet(), DeviceKey::deviceName));
      List<Function<Account, @Nullable Long>> columns =
          List.of(
              Account::version,
              it -> it.count().lifetimeMilliwattHours(),
              it -> it.count().jumps(),
              it -> amount(it.count().last()),
              it -> micros(it.count().last()),
              it -> amount(it.count().doubt()),
              it -> micros(it.count().doubt()),
              it -> it.count().before() == null ? null : amount(it.count().before().last()),
              it -> it.count().before() == null ? null : micros(it.count().before().last()),
              it -> it.count().before() == null ? null : micros(it.count().before().until()),
              it -> micros(it.open().start()),
              it -> it.open().milliwattHours());
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = rows.stream().map(columns.get(i)).toArray();
        statement.setArray(3 + i, connection.createArrayOf("int8", values));
      }
      return statement.executeUpdate() == rows.size();
    }
  }

  private static @Nullable Long amount(@Nullable Reading reading) {
    return reading == null ? null : reading.milliwattHours();
  }

  private static @Nullable Long micros(@Nullable Reading reading) {
    return reading == null ? null : micros(reading.at());
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static java.sql.Array texts(
      Connection connection, Collection<DeviceKey> devices, Function<DeviceKey, String> part)
      throws SQLException {
    return connection.createArrayOf("text", devices.stream().map(part).toArray());
  }
}
