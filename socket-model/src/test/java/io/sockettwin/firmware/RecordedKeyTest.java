package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the original's key sampler.
class RecordedKeyTest {

  @TestFactory
  Stream<DynamicTest> readsTheCodesTheOriginalRead() {
    return Vectors.tests("key_scan.jsonl", RecordedKeyTest::check);
  }

  private static void check(JsonNode vector) {
    KeyLatch key = KeyLatch.POWERED_UP;
    List<Integer> read = new ArrayList<>();
    for (JsonNode step : vector.get("sequence")) {
      switch (step.asText()) {
        case "scan_pressed" -> key = key.sampled(true);
        case "scan_released" -> key = key.sampled(false);
        case "read" -> {
          read.add(key.code());
          key = key.afterRead();
        }
        default -> throw new IllegalArgumentException("unknown step " + step);
      }
    }
    List<Integer> expected = new ArrayList<>();
    vector.get("expect_read_values").forEach(value -> expected.add(value.asInt()));
    assertThat(read).containsExactlyElementsOf(expected);
  }
}
