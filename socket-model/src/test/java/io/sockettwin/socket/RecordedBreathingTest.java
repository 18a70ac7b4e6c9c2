package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.socket.Lamp.Pattern;
import io.sockettwin.vectors.Vectors;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The lamp breathes as the original's did. A channel may differ by one, where the original's way
/// through 32-bit hues rounds another way.
class RecordedBreathingTest {

  @TestFactory
  Stream<DynamicTest> showsTheColourTheOriginalShowedInEachOfItsPasses() {
    return Vectors.tests("led_breathing.jsonl", RecordedBreathingTest::check);
  }

  private static void check(JsonNode vector) {
    assertThat(vector.get("frame_interval_ms").asInt()).isEqualTo(Breathing.STEP_MILLISECONDS);
    int pass = 0;
    for (JsonNode segment : vector.get("segments")) {
      int base = Integer.decode(segment.get("base_color").asText());
      Lamp lamp = new Lamp(Pattern.BREATHING, base);
      for (int i = 0; i < segment.get("frames").asInt(); i++) {
        Duration shown = Duration.ofMillis((long) pass * Breathing.STEP_MILLISECONDS);
        int expected = Integer.decode(vector.get("expect_rgb_per_frame").get(pass).asText());

        assertClose(lamp.rgbAfter(shown), expected, "pass " + pass);
        pass++;
      }
    }
  }

  private static void assertClose(int shown, int expected, String where) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(shown >> shift & 0xFF)
          .as(where)
          .isCloseTo(expected >> shift & 0xFF, org.assertj.core.data.Offset.offset(1));
    }
  }
}
