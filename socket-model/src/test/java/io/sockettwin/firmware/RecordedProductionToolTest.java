package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import io.sockettwin.wire.DeviceInfoImage;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /// Left out are devices that cannot be: a name of 64 characters (D3) and one without a name (D4).
  @TestFactory
  Stream<DynamicTest> readsEveryImageOfADeviceThatCanBeAndWritesItWithoutTheLineEnd() {
    return Vectors.tests(
        "device_info_hex.jsonl",
        vector ->
            files(vector)
                .forEach((name, hex) -> {
                  String deviceName = name.substring(0, name.length() - ".hex".length());
                  boolean possible =
                      !deviceName.isEmpty()
                          && deviceName.length() <= DeviceInfoImage.MAX_DEVICE_NAME;
                  assertThat(DeviceInfoImage.read(hex).isPresent()).as(name).isEqualTo(possible);
                  DeviceInfoImage.read(hex).ifPresent(image -> check(image, deviceName, hex));
                }));
  }

  private static void check(DeviceInfoImage image, String deviceName, String hex) {
    assertThat(image.deviceName()).isEqualTo(deviceName);
    assertThat(DeviceInfoImage.read(image.hex())).contains(image);
    // Quirk D1: the original tool left the line end in the secret.
    boolean lineEnd = hex.contains("0a00");
    assertThat(image.hex().equals(hex)).as(hex).isEqualTo(!lineEnd);
  }

  private static Map<String, String> files(JsonNode vector) {
    Map<String, String> files = new LinkedHashMap<>();
    vector
        .get("expect_files")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    return files;
  }
}
