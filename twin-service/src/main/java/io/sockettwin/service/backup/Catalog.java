package io.sockettwin.service.backup;

import io.sockettwin.service.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the database says of itself. Everything is found here, nothing is listed by hand: a table
/// that a later migration adds is backed up without anybody thinking of it.
record Catalog(Connection connection) {
  /// The schemas of the service: the one that unqualified names mean, and the history's.
  private static final String OURS =
      """
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in (current_schema(), 'history')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      """;

  private record Reference(String from, String to) {}

  boolean isEmpty() throws SQLException {
    return texts("select c.relname " + OURS + " limit 1").isEmpty();
  }

  /// Empty where no migration was ever carried out.
  Optional<String> schemaVersion() throws SQLException {
    if (texts("select c.relname " + OURS + " and c.relname = 'flyway_schema_history'").isEmpty()) {
      return Optional.empty();
    }
    return texts(
            "select version from flyway_schema_history where success and version is not null"
                + " order by installed_rank desc limit 1")
        .stream()
        .findFirst();
  }

  /// All tables but the one of the migrations, each after those it refers to.
  List<String> tables() throws SQLException {
    Set<String> left =
        new TreeSet<>(
            texts(
                "select c.oid::regclass::text "
                    + OURS
                    + " and c.relkind in ('r', 'p') and not c.relispartition"
                    + " and c.relname <> 'flyway_schema_history'"));
    List<Reference> references =
        Sql.of(
                "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint"
                    + " where contype = 'f' and conrelid <> confrelid")
            .list(connection, row -> new Reference(row.getString(1), row.getString(2)));
    List<String> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> next =
          left.stream()
              .filter(table ->
                  references.stream()
                      .noneMatch(it -> it.from().equals(table) && left.contains(it.to())))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      ordered.addAll(next);
      next.forEach(left::remove);
    }
    return ordered;
  }

  /// Those that have a value of their own, in their order.
  List<Shape.Column> columns(String table) throws SQLException {
    return Sql.of(
            """
            select attname, format_type(atttypid, atttypmod), attnotnull from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """,
            table)
        .list(
            connection,
            row -> new Shape.Column(row.getString(1), row.getString(2), row.getBoolean(3)));
  }

  /// Empty unless the table is partitioned.
  Optional<Shape> shape(String table) throws SQLException {
    List<String> by =
        Sql.of(
                """
                select a.attname from pg_partitioned_table p
                join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
                where p.partrelid = ?::regclass and p.partstrat = 'r' and p.partnatts = 1
                """,
                table)
            .list(connection, row -> row.getString(1));
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shape(columns(table), by.getFirst(), indexes(table), partitions(table)));
  }

  private List<Shape.Index> indexes(String table) throws SQLException {
    return Sql.of(
            """
            select i.indisprimary, m.amname,
              (select array_agg(a.attname::text order by k.place)
               from unnest(i.indkey::int2[]) with ordinality k (number, place)
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number),
              coalesce(c.reloptions, '{}')
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
            where i.indrelid = ?::regclass order by c.relname
            """,
            table)
        .list(
            connection,
            row ->
                new Shape.Index(
                    row.getBoolean(1),
                    row.getString(2),
                    list(row.getArray(3)),
                    list(row.getArray(4))));
  }

  private List<Shape.Partition> partitions(String table) throws SQLException {
    return Sql.of(
            """
            select c.relname, bound[1], bound[2], coalesce(c.reloptions, '{}')
            from pg_inherits join pg_class c on c.oid = inhrelid,
              regexp_match(pg_get_expr(c.relpartbound, c.oid),
                '^FOR VALUES FROM \\(''([^'']+)''\\) TO \\(''([^'']+)''\\)$') bound
            where inhparent = ?::regclass order by c.relname
            """,
            table)
        .list(
            connection,
            row ->
                new Shape.Partition(
                    row.getString(1), row.getString(2), row.getString(3), list(row.getArray(4))));
  }

  /// Those that gave a number already, by name, with the last one.
  Map<String, Long> sequences() throws SQLException {
    Map<String, Long> sequences = new LinkedHashMap<>();
    Sql.of(
            """
            select format('%I.%I', schemaname, sequencename)::regclass::text, last_value
            from pg_sequences
            where schemaname in (current_schema(), 'history') and last_value is not null order by 1
            """)
        .each(connection, row -> sequences.put(row.getString(1), row.getLong(2)));
    return sequences;
  }

  private List<String> texts(String sql) throws SQLException {
    return Sql.of(sql).list(connection, row -> row.getString(1));
  }

  private static List<String> list(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
