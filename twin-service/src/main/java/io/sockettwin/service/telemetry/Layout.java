package io.sockettwin.service.telemetry;

import io.sockettwin.thing.DataTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns of a product's tables: those of the data template in its order, then those of
/// properties that it no longer has, or has with another type.
final class Layout {
  /// What every table has already, of ours and of PostgreSQL's.
  private static final Set<String> TAKEN =
      Set.of(
          "device",
          "at",
          "received_at",
          "token",
          "reports",
          "tableoid",
          "xmin",
          "cmin",
          "xmax",
          "cmax",
          "ctid");

  private record Key(String property, ColumnType type) {}

  private final String productId;
  private final List<Column> columns;
  private final SequencedMap<String, Column> current = new LinkedHashMap<>();
  private final Map<Key, Integer> places = new HashMap<>();

  private Layout(String productId, DataTemplate template, List<Column> columns) {
    this.productId = productId;
    this.columns = List.copyOf(columns);
    for (int i = 0; i < columns.size(); i++) {
      places.put(key(columns.get(i)), i);
    }
    template
        .properties()
        .values()
        .forEach(property -> {
          Integer place = places.get(new Key(property.id(), ColumnType.of(property.type())));
          if (place != null) {
            current.put(property.id(), columns.get(place));
          }
        });
  }

  /// What the columns should be, given those there are. A column belongs to a property and a type;
  /// the one of today's type has the property's name, the others that of their type behind it.
  static Layout of(String productId, DataTemplate template, List<Column> existing) {
    SequencedMap<Key, Column> wanted = new LinkedHashMap<>();
    Set<String> names = new HashSet<>(TAKEN);
    template
        .properties()
        .values()
        .forEach(property -> {
          ColumnType type = ColumnType.of(property.type());
          Column column = new Column(property.id(), type, free(property.id(), names));
          wanted.put(key(column), column);
        });
    for (Column old : existing) {
      if (!wanted.containsKey(key(old))) {
        boolean retyped = template.properties().containsKey(old.property());
        String name = retyped ? old.property() + "_" + old.type().text() : old.name();
        wanted.put(key(old), new Column(old.property(), old.type(), free(name, names)));
      }
    }
    return new Layout(productId, template, new ArrayList<>(wanted.values()));
  }

  private static Key key(Column column) {
    return new Key(column.property(), column.type());
  }

  private static String free(String name, Set<String> names) {
    String candidate = name;
    for (int i = 2; !names.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  String productId() {
    return productId;
  }

  List<Column> columns() {
    return columns;
  }

  List<Column> numeric() {
    return columns.stream().filter(column -> column.type().isNumeric()).toList();
  }

  /// The columns of today's properties, in the template's order.
  SequencedMap<String, Column> current() {
    return java.util.Collections.unmodifiableSequencedMap(current);
  }

  /// Where among the columns such values go.
  @Nullable Integer place(String property, ColumnType type) {
    return places.get(new Key(property, type));
  }

  /// The same column as it is called here.
  Optional<Column> same(Column other) {
    return Optional.ofNullable(places.get(key(other))).map(columns::get);
  }
}
