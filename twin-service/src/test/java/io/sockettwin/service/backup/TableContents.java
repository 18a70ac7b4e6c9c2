package io.sockettwin.service.backup;

import io.sockettwin.service.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything in a database, found in its catalog and printed by the database itself: nothing of it
/// comes from the code that makes backups.
public final class TableContents {
  private static final String TABLES =
      """
      select c.oid::regclass::text, '' from pg_class c
      where c.relnamespace in ('public'::regnamespace, to_regnamespace('history'))
        and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'flyway%'
      """;

  private static final String STRUCTURE =
      """
      select 'index ' || indexdef, '' from pg_indexes where schemaname in ('public', 'history')
      union all
      select 'trigger ' || tgrelid::regclass || ' ' || tgname, tgenabled::text from pg_trigger
        where not tgisinternal
      union all
      select 'relation ' || oid::regclass,
        relkind::text || coalesce(reloptions::text, '') || coalesce(pg_get_expr(relpartbound, oid), '')
        from pg_class where relnamespace in ('public'::regnamespace, to_regnamespace('history'))
      union all
      select 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
        from pg_constraint where connamespace in ('public'::regnamespace, to_regnamespace('history'))
      union all
      select 'sequence ' || schemaname || '.' || sequencename, last_value::text from pg_sequences
      """;

  private TableContents() {}

  /// By table, how many rows there are and a hash of them all in an order of their own.
  public static SortedMap<String, String> of(DatabaseAddress database) throws SQLException {
    SortedMap<String, String> contents = new TreeMap<>();
    for (String table : pairs(database, TABLES).keySet()) {
      String rows =
          "select '%1$s', count(*) || ' ' || coalesce(md5(string_agg(r::text, E'\\n' order by r::text)), '') from %1$s r"
              .formatted(table);
      contents.putAll(pairs(database, rows));
    }
    return contents;
  }

  /// Tables, indexes, constraints, triggers, partitions and the state of sequences.
  public static SortedMap<String, String> structure(DatabaseAddress database) throws SQLException {
    return pairs(database, STRUCTURE);
  }

  private static SortedMap<String, String> pairs(DatabaseAddress database, String sql)
      throws SQLException {
    SortedMap<String, String> pairs = new TreeMap<>();
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), String.valueOf(rows.getString(2)));
      }
    }
    return pairs;
  }

  static Connection connect(DatabaseAddress database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
