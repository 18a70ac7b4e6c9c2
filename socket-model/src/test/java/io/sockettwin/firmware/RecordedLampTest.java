package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the original's lamp, to the last bit.
class RecordedLampTest {

  @TestFactory
  Stream<DynamicTest> choosesTheColourTheOriginalChose() {
    return Vectors.tests("led_base_color.jsonl", RecordedLampTest::checkColour);
  }

  @TestFactory
  Stream<DynamicTest> breathesAsTheOriginalDid() {
    return Vectors.tests("led_breathing.jsonl", RecordedLampTest::checkBreathing);
  }

  private static void checkColour(JsonNode vector) {
    int bits = Integer.parseUnsignedInt(vector.get("active_power_f32_bits").asText(), 16);
    float watts = Float.intBitsToFloat(bits);
    JsonNode decimal = vector.get("active_power_w");
    assertThat(Float.compare(watts, Float.parseFloat(decimal.asText()))).as("%s", decimal).isZero();

    assertThat(text(BaseColour.of(watts)))
        .as("%s W", watts)
        .isEqualTo(vector.get("expect_base_color").asText());
  }

  private static void checkBreathing(JsonNode vector) {
    List<String> shown = new ArrayList<>();
    assertThat(vector.get("frame_interval_ms").asInt()).isEqualTo(ControlLoop.PASS_SLEEP);
    for (JsonNode segment : vector.get("segments")) {
      int colour = Integer.parseInt(segment.get("base_color").asText().substring(1), 16);
      for (int i = 0; i < segment.get("frames").asInt(); i++) {
        shown.add(text(Breathing.rgb(colour, shown.size() % Breathing.STEPS)));
      }
    }
    List<String> expected = new ArrayList<>();
    vector.get("expect_rgb_per_frame").forEach(colour -> expected.add(colour.asText()));
    assertThat(shown).containsExactlyElementsOf(expected);
  }

  private static String text(int rgb) {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
