package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import io.sockettwin.wire.DeviceInfoImage;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the production tool, and the same devices through the writer that is meant
/// for today.
class RecordedProductionToolTest {

  @TestFactory
  Stream<DynamicTest> writesTheFilesTheOriginalToolWrote() {
    return Vectors.tests(
        "device_info_hex.jsonl",
        vector -> {
          ProductionTool.Run run = ProductionTool.run(vector.get("device_info_txt").asText());

          assertThat(run.files()).isEqualTo(files(vector));
          assertThat(run.error() != null)
              .as("breaks off: %s", run.error())
              .isEqualTo(vector.hasNonNull("expect_error"));
        });
  }

  /// Left out are devices that cannot be: a name of 64 characters or a longer secret than a device
  /// copies (D3), and one without a name (D4).
  @TestFactory
  Stream<DynamicTest> readsEveryImageOfADeviceThatCanBeAndWritesItWithoutTheLineEnd() {
    return Vectors.tests(
        "device_info_hex.jsonl",
        vector -> files(vector).values().forEach(RecordedProductionToolTest::check));
  }

  private static void check(String hex) {
    // Where a field runs into the next one, nothing can be told.
    List<String> burnt =
        hex.lines().skip(1).limit(3).map(RecordedProductionToolTest::text).toList();
    String name = burnt.get(1).strip();
    String secret = burnt.get(2).strip();
    boolean possible =
        fits(burnt.get(0).strip(), DeviceInfoImage.MAX_PRODUCT_ID)
            && fits(name, DeviceInfoImage.MAX_DEVICE_NAME)
            && fits(secret, DeviceInfoImage.MAX_DEVICE_SECRET);
    Optional<DeviceInfoImage> image = DeviceInfoImage.read(hex);
    assertThat(image.isPresent()).as(hex).isEqualTo(possible);
    if (possible) {
      assertThat(image.get().deviceName()).isEqualTo(name);
      assertThat(image.get().deviceSecret()).isEqualTo(secret);
      assertThat(DeviceInfoImage.read(image.get().hex())).isEqualTo(image);
      // Quirk D1: the original tool left the line end in the secret.
      assertThat(image.get().hex().equals(hex)).as(hex).isEqualTo(burnt.get(2).equals(secret));
    }
  }

  /// The text of a record, without its NUL.
  private static String text(String record) {
    byte[] bytes = HexFormat.of().parseHex(record, 1, record.length());
    return new String(bytes, 4, bytes.length - 6, StandardCharsets.US_ASCII);
  }

  private static boolean fits(String text, int maximum) {
    return !text.isEmpty()
        && text.length() <= maximum
        && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  private static Map<String, String> files(JsonNode vector) {
    Map<String, String> files = new LinkedHashMap<>();
    vector
        .path("expect_files")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    return files;
  }
}
