package io.sockettwin.service.telemetry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// Makes and drops the partitions of the history's tables, each in a transaction of its own.
@Singleton
public class Partitions {
  /// Rows that change find room in their own page, so the index need not change with them.
  private static final String ROOM_TO_CHANGE = " with (fillfactor = 70)";

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext(?))";

  private static final String NAMES =
      "select relname from pg_inherits join pg_class on oid = inhrelid where inhparent = to_regclass(?)"
          + " order by relname";

  private final DataSource database;

  /// By name. Dropped ones are taken out, so as many as there are, and some of other replicas.
  private final Set<String> present = ConcurrentHashMap.newKeySet();

  public Partitions(DataSource database) {
    this.database = database;
  }

  /// Makes the partition for this moment, unless it is there.
  public void require(Table table, Instant at) throws SQLException {
    LocalDate start = table.span().start(at);
    String name = table.partition(start);
    if (!present.contains(name)) {
      make(table, start, name);
      present.add(name);
    }
  }

  /// Writers need not wait: attaching, unlike creating in place, lets them go on.
  private void make(Table table, LocalDate start, String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        lock(connection, name);
        if (!names(connection, table).contains(name)) {
          String partition = new Table(name, table.span(), table.updated()).quoted();
          statement.execute(
              "create table %s (like %s including defaults)%s"
                  .formatted(partition, table.quoted(), table.updated() ? ROOM_TO_CHANGE : ""));
          statement.execute(
              "alter table %s attach partition %s for values from ('%s 00:00Z') to ('%s 00:00Z')"
                  .formatted(table.quoted(), partition, start, table.span().next(start)));
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /// Drops all partitions that hold nothing younger.
  ///
  /// @return how many
  public int dropBefore(Table table, Instant limit) throws SQLException {
    List<String> old = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String name : names(connection, table)) {
        String day = name.substring(name.length() - "yyyyMMdd".length());
        LocalDate start = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate end = table.span().next(start);
        if (!end.atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(limit)) {
          old.add(name);
        }
      }
    }
    for (String name : old) {
      drop(new Table(name, table.span(), table.updated()));
    }
    return old.size();
  }

  /// Gives up soon when somebody reads the table: those who come after would have to wait, too.
  private void drop(Table partition) throws SQLException {
    present.remove(partition.name());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local lock_timeout = '2s'");
        statement.execute("drop table if exists " + partition.quoted());
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /// What is known may be wrong: a statement failed.
  void forgetAll() {
    present.clear();
  }

  private static void lock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, name);
      statement.execute();
    }
  }

  private static List<String> names(Connection connection, Table table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NAMES)) {
      statement.setString(1, table.quoted());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
