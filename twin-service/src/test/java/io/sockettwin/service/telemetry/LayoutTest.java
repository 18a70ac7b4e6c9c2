package io.sockettwin.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  /// Pairs of id and type, int or float.
  private static Layout layout(List<Column> existing, String... pairs) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append(
              "{\"id\":\"%s\",\"mode\":\"r\",\"define\":{\"type\":\"%s\",\"min\":\"0\",\"max\":\"9\"}}"
                  .formatted(pairs[i], pairs[i + 1]));
    }
    ParsedTemplate parsed = DataTemplate.parse("{\"properties\":[" + json + "]}");
    return Layout.of("PRODUCT123", ((ParsedTemplate.Valid) parsed).template(), existing);
  }

  private static List<String> names(Layout layout) {
    return layout.columns().stream().map(Column::name).toList();
  }

  @Test
  void columnsAreNamedAfterPropertiesInTheTemplatesOrder() {
    assertThat(names(layout(List.of(), "b", "int", "A-1", "float", "a", "int")))
        .containsExactly("b", "A-1", "a");
  }

  @Test
  void namesOfOursGiveWay() {
    assertThat(names(layout(List.of(), "at", "int", "at_2", "int", "ctid", "float")))
        .containsExactly("at_2", "at_2_2", "ctid_2");
  }

  @Test
  void propertyThatLeavesKeepsItsColumn() {
    Layout before = layout(List.of(), "a", "int", "b", "int");
    Layout after = layout(before.columns(), "b", "int");
    assertThat(names(after)).containsExactly("b", "a");
    assertThat(after.current()).containsOnlyKeys("b");
  }

  @Test
  void typeThatChangesAndComesBackSwapsNames() {
    Layout first = layout(List.of(), "level", "int");
    Layout second = layout(first.columns(), "level", "float");
    assertThat(names(second)).containsExactly("level", "level_bigint");
    assertThat(second.place("level", ColumnType.BIGINT)).isEqualTo(1);
    Layout third = layout(second.columns(), "level", "int");
    assertThat(names(third)).containsExactly("level", "level_double");
    assertThat(third.current().get("level").type()).isEqualTo(ColumnType.BIGINT);
  }

  @Test
  void retiredNameGivesWayToAProperty() {
    Layout first = layout(List.of(), "level", "int");
    Layout second = layout(first.columns(), "level", "float", "level_bigint", "int");
    assertThat(second.columns())
        .containsExactly(
            new Column("level", ColumnType.DOUBLE, "level"),
            new Column("level_bigint", ColumnType.BIGINT, "level_bigint"),
            new Column("level", ColumnType.BIGINT, "level_bigint_2"));
  }

  @Test
  void sameTemplateChangesNothing() {
    Layout first = layout(List.of(), "at", "int", "level", "float");
    assertThat(layout(first.columns(), "at", "int", "level", "float").columns())
        .isEqualTo(first.columns());
  }
}
