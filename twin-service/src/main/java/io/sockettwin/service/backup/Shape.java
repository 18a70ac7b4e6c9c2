package io.sockettwin.service.backup;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a partitioned table is made. The history's tables follow data templates, so no migration
/// makes them. Names and types instead of statements: an archive cannot bring SQL of its own.
///
/// @param by the column whose ranges are the partitions
record Shape(List<Column> columns, String by, List<Index> indexes, List<Partition> partitions) {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9 \\[\\]]+");
  private static final Pattern OPTION = Pattern.compile("[a-z_]+=[a-z0-9.]+");

  Shape {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    partitions = List.copyOf(partitions);
  }

  record Column(String name, String type, boolean required) {
    Column {
      require(TYPE, type);
    }

    private String definition() {
      return quoted(name) + " " + type + (required ? " not null" : "");
    }
  }

  record Index(boolean primary, String method, List<String> columns, List<String> options) {
    Index {
      require(TYPE, method);
      columns = List.copyOf(columns);
      options = checked(options);
    }

    private String statement(String table) {
      return primary
          ? "alter table %s add primary key (%s)".formatted(table, list(columns))
          : "create index on %s using %s (%s)%s"
              .formatted(table, method, list(columns), with(options));
    }
  }

  /// @param from the first moment, as PostgreSQL prints it, and `to` the first one after
  record Partition(String name, String from, String to, List<String> options) {
    Partition {
      options = checked(options);
    }

    private String statement(String table) {
      return "create table %s partition of %s for values from (%s) to (%s)%s"
          .formatted(schemaOf(table) + quoted(name), table, text(from), text(to), with(options));
    }
  }

  String table(String name) {
    return "create table %s (%s) partition by range (%s)"
        .formatted(
            name,
            columns.stream().map(Column::definition).collect(Collectors.joining(", ")),
            quoted(by));
  }

  List<String> indexes(String table) {
    return indexes.stream().map(index -> index.statement(table)).toList();
  }

  List<String> partitions(String table) {
    return partitions.stream().map(partition -> partition.statement(table)).toList();
  }

  static String list(List<String> columns) {
    return columns.stream().map(Shape::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  private static String schemaOf(String table) {
    return table.substring(0, table.indexOf('.') + 1);
  }

  private static String with(List<String> options) {
    return options.isEmpty() ? "" : " with (" + String.join(", ", options) + ")";
  }

  private static List<String> checked(List<String> options) {
    options.forEach(option -> require(OPTION, option));
    return List.copyOf(options);
  }

  private static void require(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("no type or option of a table: " + text);
    }
  }
}
