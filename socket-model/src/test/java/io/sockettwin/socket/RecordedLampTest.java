package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordedLampTest {

  @TestFactory
  Stream<DynamicTest> showsTheColourTheOriginalShowedForThePower() {
    // Quirks M6 and T23: the original could show "no number", in blue, and negative power, in
    // magenta; here there is always a number, and never a negative one.
    return Vectors.tests(
        "led_base_color.jsonl",
        vector -> vector.get("active_power_w").asDouble(-1) >= 0,
        RecordedLampTest::check);
  }

  private static void check(JsonNode vector) {
    double milliwatts = vector.get("active_power_w").asDouble() * 1000;
    String below = colour((int) Math.floor(milliwatts));
    String above = colour((int) Math.ceil(milliwatts));

    assertThat(vector.get("expect_base_color").asText())
        .as(vector.get("id").asText())
        .isIn(below, above, colour((int) Math.round(milliwatts)));
  }

  private static String colour(int milliwatts) {
    return "#%06X".formatted(Lamp.powerColour(milliwatts));
  }
}
