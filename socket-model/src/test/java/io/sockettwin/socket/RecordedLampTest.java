package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import org.junit.jupiter.api.Test;

class RecordedLampTest {

  @Test
  void showsTheColourTheOriginalShowedForThePower() {
    for (JsonNode vector : Vectors.of("led_base_color.jsonl")) {
      JsonNode power = vector.get("active_power_w");
      // Quirk M6: the original could show "no number", in blue; here there is always a number.
      if (power.isTextual()) {
        continue;
      }
      double milliwatts = power.asDouble() * 1000;
      String below = colour((int) Math.floor(milliwatts));
      String above = colour((int) Math.ceil(milliwatts));

      assertThat(vector.get("expect_base_color").asText())
          .as(vector.get("id").asText())
          .isIn(below, above, colour((int) Math.round(milliwatts)));
    }
  }

  private static String colour(int milliwatts) {
    return "#%06X".formatted(Lamp.powerColour(milliwatts));
  }
}
