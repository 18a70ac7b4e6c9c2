package io.sockettwin.service.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Mode;
import io.sockettwin.thing.ParsedTemplate;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType.BoolType;
import io.sockettwin.thing.PropertyType.FloatType;
import io.sockettwin.thing.PropertyType.IntType;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of protocol section 13.
class SocketTemplateTest {
  private static DataTemplate template() throws IOException {
    try (InputStream file = SocketProduct.class.getResourceAsStream("/socket-template.json")) {
      ParsedTemplate parsed = DataTemplate.parse(file.readAllBytes());
      assertThat(parsed).isInstanceOf(ParsedTemplate.Valid.class);
      return ((ParsedTemplate.Valid) parsed).template();
    }
  }

  @Test
  void hasTheFeaturesOfTheSocketInOrder() throws IOException {
    DataTemplate template = template();
    assertThat(template.properties().keySet())
        .containsExactly(
            "power_switch",
            "current",
            "voltage",
            "power_factor",
            "active_power",
            "apparent_power",
            "total_kwh",
            "count_down");
    assertThat(template.events().keySet())
        .containsExactly("status_report", "low_voltage", "hardware_fault");
    assertThat(template.events().get("status_report").params().keySet())
        .containsExactly("status", "message");
    assertThat(template.actions()).isEmpty();
  }

  @Test
  void onlyTheSwitchIsRequired() throws IOException {
    assertThat(template().properties().values().stream().filter(Property::required))
        .singleElement()
        .satisfies(property -> assertThat(property.id()).isEqualTo("power_switch"));
    assertThat(template().properties().get("power_switch").type()).isInstanceOf(BoolType.class);
  }

  @ParameterizedTest
  @CsvSource({
    "current, 20, 1, A",
    "voltage, 400, 1, V",
    "power_factor, 1, 0.01, ''",
    "active_power, 4000, 1, W",
    "apparent_power, 4000, 1, VA",
    "total_kwh, 10000, 1, kWh"
  })
  void measuredQuantitiesHaveTheirRanges(String id, String max, String step, String unit)
      throws IOException {
    Property property = template().properties().get(id);
    assertThat(property.mode()).isEqualTo(Mode.R);
    assertThat(property.type())
        .isInstanceOfSatisfying(
            FloatType.class,
            type -> {
              assertThat(type.min()).isEqualByComparingTo("0");
              assertThat(type.max()).isEqualByComparingTo(max);
              assertThat(type.step()).isEqualByComparingTo(step);
              assertThat(type.unit()).isEqualTo(unit);
            });
  }

  @Test
  void theCountdownLastsADayAtMost() throws IOException {
    Property countdown = template().properties().get("count_down");
    assertThat(countdown.mode()).isEqualTo(Mode.RW);
    assertThat(countdown.type())
        .isInstanceOfSatisfying(IntType.class, type -> assertThat(type.max()).isEqualTo(86_400));
  }
}
