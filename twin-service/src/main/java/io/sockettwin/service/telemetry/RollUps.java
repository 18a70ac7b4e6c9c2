package io.sockettwin.service.telemetry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Rolls up the minutes, hours and days in which reports have arrived since the last time, late
/// ones too. The list of arrivals shrinks in the same transaction, so a crash repeats work and
/// loses none.
@Singleton
class RollUps {
  /// Batches of the lanes: a minute of what two lanes begin at most, one each every 10 ms. More are
  /// left for the next round, which computes the same minutes again.
  private static final int MAX_BATCHES = 12_000;

  /// A report's time is at most a day before its receipt, by the twin's rule.
  private static final Duration MAX_LATE = Duration.ofDays(1);

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext('history.arrival'), hashtext(?))";

  private static final String TAKE =
      """
      with taken as (
        delete from history.arrival where ctid = any (array(
          select ctid from history.arrival where product_id = ? limit ?))
        returning received_from, received_to)
      select count(*), min(received_from), max(received_to) from taken
      """;

  private static final String TOUCHED =
      "create temp table if not exists touched"
          + " (device text, at timestamptz) on commit delete rows";

  private final DataSource database;
  private final Partitions partitions;

  RollUps(DataSource database, Partitions partitions) {
    this.database = database;
    this.partitions = partitions;
  }

  /// One round for a product; another replica's round excludes ours.
  ///
  /// @return whether there may be more
  boolean roll(Layout layout) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean more = lock(connection, layout) && roll(connection, layout);
        connection.commit();
        return more;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static boolean lock(Connection connection, Layout layout) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, layout.productId());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private boolean roll(Connection connection, Layout layout) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setString(1, layout.productId());
      take.setInt(2, MAX_BATCHES);
      try (ResultSet row = take.executeQuery()) {
        row.next();
        int taken = row.getInt(1);
        if (taken > 0) {
          Instant from = row.getObject(2, OffsetDateTime.class).toInstant();
          Instant to = row.getObject(3, OffsetDateTime.class).toInstant();
          roll(connection, layout, from, to);
        }
        return taken == MAX_BATCHES;
      }
    }
  }

  /// @param from the first receipt
  private void roll(Connection connection, Layout layout, Instant from, Instant to)
      throws SQLException {
    Instant earliest = from.minus(MAX_LATE);
    for (Level level : Level.ROLL_UPS) {
      Table table = level.table(layout.productId());
      for (Instant at = earliest; at.isBefore(to); at = at.plus(MAX_LATE)) {
        partitions.require(table, at);
      }
      partitions.require(table, to);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(TOUCHED);
    }
    String touch =
        """
        insert into touched
        select distinct device, date_bin('1 minute', at, 'epoch') from %s
        where received_at between ? and ? and at between ? and ?
        """
            .formatted(Level.REPORT.table(layout.productId()).quoted());
    try (PreparedStatement statement = connection.prepareStatement(touch)) {
      statement.setObject(1, from.atOffset(ZoneOffset.UTC));
      statement.setObject(2, to.atOffset(ZoneOffset.UTC));
      statement.setObject(3, earliest.atOffset(ZoneOffset.UTC));
      statement.setObject(4, to.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze touched");
      for (Level level : Level.ROLL_UPS) {
        statement.execute(sql(layout, level));
      }
    }
  }

  /// Computes whole buckets anew from the level below, whatever was there before.
  static String sql(Layout layout, Level level) {
    Level source = level.source();
    String columns =
        layout.numeric().stream()
            .flatMap(column -> Arrays.stream(Aggregate.values()).map(column::rolled))
            .map(name -> ", " + name)
            .collect(Collectors.joining());
    String values =
        layout.numeric().stream()
            .flatMap(column ->
                Arrays.stream(Aggregate.values()).map(it -> expression(it, column, layout, level)))
            .map(expression -> ",\n  " + expression)
            .collect(Collectors.joining());
    String update =
        Stream.concat(
                Stream.of("reports = excluded.reports"),
                layout.numeric().stream()
                    .flatMap(column -> Arrays.stream(Aggregate.values()).map(column::rolled))
                    .map(name -> name + " = excluded." + name))
            .collect(Collectors.joining(", "));
    return """
    insert into %1$s (device, at, reports%2$s)
    select t.device, t.at, %3$s%4$s
    from (select distinct device, date_trunc('%5$s', at, 'UTC') as at from touched) t
    join %6$s r on r.device = t.device and r.at >= t.at and r.at < t.at + interval '1 %5$s'
    group by t.device, t.at
    on conflict (device, at) do update set %7$s
    """
        .formatted(
            level.table(layout.productId()).quoted(),
            columns,
            source == Level.REPORT ? "count(*)" : "sum(r.reports)",
            values,
            level.text(),
            source.table(layout.productId()).quoted(),
            update);
  }

  /// The last value by a look into the index for each bucket, which costs less than sorting what is
  /// in it.
  private static String expression(Aggregate aggregate, Column column, Layout layout, Level level) {
    Level source = level.source();
    if (aggregate != Aggregate.LAST) {
      return aggregate.of(column, source);
    }
    boolean ofReports = source == Level.REPORT;
    return """
    (select r.%1$s from %2$s r
     where r.device = t.device and r.at >= t.at and r.at < t.at + interval '1 %3$s'
       and r.%1$s is not null
     order by r.at desc%4$s limit 1)::%5$s\
    """
        .formatted(
            ofReports ? column.quoted() : column.rolled(aggregate),
            source.table(layout.productId()).quoted(),
            level.text(),
            ofReports ? ", r.received_at desc" : "",
            aggregate.sqlType());
  }
}
