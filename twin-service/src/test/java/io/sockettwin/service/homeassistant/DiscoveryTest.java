package io.sockettwin.service.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.ParsedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What Home Assistant is told of a device, against what its documentation of device discovery asks
/// for.
class DiscoveryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Topics TOPICS = new Topics("homeassistant", "sockettwin");
  private static final DeviceKey SOCKET = new DeviceKey("HRDG3CKWWZ", "lamp");

  static DataTemplate template(String file) throws IOException {
    return switch (DataTemplate.parse(Files.readAllBytes(Path.of("src", file)))) {
      case ParsedTemplate.Valid(DataTemplate template) -> template;
      case ParsedTemplate.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void socketIsAnOutletWithItsMeter() throws IOException {
    DataTemplate template = template("main/resources/socket-template.json");
    Discovery discovery =
        new Discovery(TOPICS, "Smart socket", template, Map.of("power_switch", "Switch"));
    ObjectNode announced = discovery.of(SOCKET, "Reading lamp");
    JsonNode expected =
        JSON.readTree(Path.of("src/test/resources/homeassistant/socket.json").toFile());
    assertThat(JSON.readTree(announced.toString())).isEqualTo(expected);
  }

  @Test
  void everyTypeThatHasALikeThereIsShown() throws IOException {
    DataTemplate template = template("test/resources/every-type-template.json");
    JsonNode entities =
        new Discovery(TOPICS, "Everything", template, Map.of()).of(SOCKET, "x").path("components");
    Map<String, String> platforms = new TreeMap<>();
    entities
        .properties()
        .forEach(it -> platforms.put(it.getKey(), it.getValue().path("platform").asText()));
    assertThat(platforms)
        .isEqualTo(
            Map.of(
                "on", "switch",
                "level", "number",
                "ratio", "number",
                "label", "text",
                "colour", "select",
                "phase", "select",
                "seen", "sensor"));
  }

  @Test
  void idsAreOneWordAndTellDevicesApart() {
    assertThat(Topics.id(SOCKET)).isEqualTo("sockettwin_HRDG3CKWWZ_lamp");
    assertThat(Topics.id(new DeviceKey("HRDG3CKWWZ", "a:b.c_d-e")))
        .matches("[A-Za-z0-9_-]+")
        .isNotEqualTo(Topics.id(new DeviceKey("HRDG3CKWWZ", "a.b:c_d-e")));
  }
}
