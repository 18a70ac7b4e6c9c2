package io.sockettwin.service.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.homeassistant.Topics.Wanted;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Presence;
import io.sockettwin.twin.TwinState;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders and states: the same values, there and back.
class OrdersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Topics TOPICS = new Topics("homeassistant", "home/sockets");

  private static Optional<String> order(String property, String text) throws IOException {
    DataTemplate template = DiscoveryTest.template("main/resources/socket-template.json");
    return Orders.values(template.properties().get(property), text).map(Object::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "power_switch, 1, '{\"power_switch\":1}'",
    "power_switch, 0, '{\"power_switch\":0}'",
    "count_down, 60, '{\"count_down\":60}'",
    "count_down, 60.0, '{\"count_down\":60}'",
  })
  void isTheValuesOfAControl(String property, String text, String values) throws IOException {
    assertThat(order(property, text)).contains(values);
  }

  @ParameterizedTest
  @CsvSource({
    "power_switch, ON",
    "power_switch, 2",
    "power_switch, ''",
    "count_down, 60.5",
    "count_down, soon",
    "count_down, 1e999999999",
    "voltage, 230",
    "nothing, 1",
  })
  void isNoneWhereItMakesNoSense(String property, String text) throws IOException {
    assertThat(order(property, text)).isEmpty();
  }

  @Test
  void topicsAreReadAsTheyAreWritten() {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "a:b.c");
    assertThat(TOPICS.wanted(TOPICS.order(device, "power_switch")))
        .contains(new Wanted(device, "power_switch"));
    for (String other :
        List.of(
            "home/sockets/status",
            "home/sockets/HRDG3CKWWZ/a/state",
            "home/sockets/HRDG3CKWWZ/a/set",
            "home/sockets/HRDG3CKWWZ/a/set/b/c",
            "home/sockets/HRDG3CKWWZ//set/b",
            "home/sockets/short/a/set/b",
            "elsewhere/HRDG3CKWWZ/a/set/b")) {
      assertThat(TOPICS.wanted(other)).as(other).isEmpty();
    }
  }

  @Test
  void stateSpeaksInLabelsAndMoments() throws IOException {
    DataTemplate template = DiscoveryTest.template("test/resources/every-type-template.json");
    LinkedHashMap<String, TwinState.Reported> reported = new LinkedHashMap<>();
    Map<String, Value> values =
        Map.of(
            "on", new Value.Bool(true),
            "colour", new Value.Int(7),
            "phase", new Value.Text("a"),
            "seen", new Value.Int(1_700_000_000),
            "forgotten", new Value.Int(1));
    values.forEach((id, value) -> reported.put(id, new TwinState.Reported(value, Instant.EPOCH)));
    TwinState twin = new TwinState(1, reported, List.of(), Presence.NEVER, new LinkedHashMap<>());
    assertThat(States.of(template, twin))
        .isEqualTo(
            JSON.readTree(
                """
                {"on": 1, "colour": "blue", "phase": "A", "seen": "2023-11-14T22:13:20Z"}
                """));
    assertThat(Orders.values(template.properties().get("colour"), "blue").orElseThrow())
        .hasToString("{\"colour\":7}");
    assertThat(Orders.values(template.properties().get("phase"), "C")).isEmpty();
    assertThat(States.availability(twin)).isEqualTo("offline");
  }
}
