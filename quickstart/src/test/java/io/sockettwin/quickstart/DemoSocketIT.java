package io.sockettwin.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The emulated socket and its twin, through a real broker and a real PostgreSQL.
class DemoSocketIT {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  @TempDir static Path folder;
  private static Stack stack;

  @BeforeAll
  static void start() throws Exception {
    stack = Stacks.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  private static void awaitReported(String property, double low, double high) {
    await(property)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(reported(property)).isBetween(low, high));
  }

  private static double reported(String property) throws Exception {
    return stack.demo().path("reported").path(property).path("value").asDouble(-1);
  }

  /// Asks for a value and waits until the socket has taken it on.
  private static void apply(String values) throws Exception {
    String id = stack.desire(values).path("id").asText();
    await(values)
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode control = stack.api().get("api/controls/" + id);
          assertThat(control.path("stage").asText()).isEqualTo("APPLIED");
        });
  }

  @Test
  void switchesTheSocketAndSeesWhatIsPluggedIn() throws Exception {
    apply("{\"power_switch\":1}");
    awaitReported("power_switch", 1, 1);
    awaitReported("active_power", 55, 65);
    stack.agent().type("plug heater");
    awaitReported("active_power", 920, 1_000);
    awaitReported("current", 3.8, 4.6);
    stack.agent().type("unplug heater");
    awaitReported("active_power", 55, 65);

    stack.agent().type("press");
    awaitReported("power_switch", 0, 0);
    awaitReported("active_power", 0, 0);
  }

  @Test
  void countsDownInTheSocket() throws Exception {
    apply("{\"power_switch\":1}");
    apply("{\"count_down\":3}");
    awaitReported("power_switch", 0, 0);
    awaitReported("count_down", 0, 0);
  }

  @Test
  void tripsOnceAndStaysOpenUntilSwitchedOnAgain() throws Exception {
    apply("{\"power_switch\":1}");
    long before = trips();
    stack.agent().type("plug kettle");
    awaitReported("power_switch", 0, 0);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(trips()).isEqualTo(before + 1));
    stack.agent().type("unplug kettle");

    apply("{\"power_switch\":1}");
    awaitReported("active_power", 55, 65);
    assertThat(trips()).isEqualTo(before + 1);
  }

  private static long trips() throws Exception {
    try (Database database = Database.of(stack.place())) {
      return database
          .column(
              "select event_id from event where event_id = 'status_report'"
                  + " and params ->> 'message' = 'overcurrent'")
          .size();
    }
  }
}
