package io.sockettwin.quickstart;

import static io.sockettwin.quickstart.Site.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens at the socket is seen at its twin, and the other way round.
class SocketAndTwinIT {
  @TempDir private static Path folder;

  private static Site site;

  @BeforeAll
  static void start() throws InterruptedException {
    site = new Site(folder);
    try {
      site.startService().startAgent();
    } catch (RuntimeException | InterruptedException e) {
      site.close();
      throw e;
    }
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void nothingIsPluggedInAndTheSocketIsOff() {
    for (String appliance : new String[] {"lamp", "tv", "kettle"}) {
      site.agent().type("unplug " + appliance);
    }
    // A tripped socket is not off before it was on again.
    ask(1);
    eventually().until(() -> site.console().startsWith("ON"));
    ask(0);
    eventually().until(() -> site.console().startsWith("OFF"));
  }

  private static String ask(int powerSwitch) {
    return site.rest
        .patch(site.demoTwin() + "/desired", "{\"power_switch\":" + powerSwitch + "}")
        .path("id")
        .asText();
  }

  private static JsonNode twin() {
    return site.rest.get(site.demoTwin());
  }

  private static double reported(String property) {
    return twin().path("reported").path(property).path("value").asDouble(Double.NaN);
  }

  @Test
  void bothPagesAnswer() throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      for (int port : new int[] {site.ports.http(), site.ports.socket()}) {
        URI page = URI.create("http://127.0.0.1:" + port + "/");
        var answer = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<!doctype html>");
      }
    }
  }

  @Test
  void theTwinShowsWhatIsPluggedIn() {
    ask(1);
    site.agent().type("plug lamp");
    eventually().untilAsserted(() -> assertThat(reported("active_power")).isBetween(55.0, 65.0));
    assertThat(reported("voltage")).isBetween(200.0, 250.0);
    assertThat(reported("current")).isBetween(0.22, 0.32);

    site.agent().type("plug tv");
    eventually().untilAsserted(() -> assertThat(reported("active_power")).isBetween(195.0, 225.0));
    assertThat(reported("power_factor")).isBetween(0.9, 1.0);
  }

  @Test
  void aControlClosesTheRelayAndIsThenApplied() {
    String control = ask(1);
    eventually().until(() -> site.console().startsWith("ON"));
    eventually()
        .untilAsserted(() -> {
          assertThat(site.rest.get("api/controls/" + control).path("stage").asText())
              .isEqualTo("APPLIED");
          assertThat(reported("power_switch")).isEqualTo(1);
        });
  }

  @Test
  void theSocketCountsDownByItself() {
    ask(1);
    eventually().until(() -> site.console().startsWith("ON"));
    site.rest.patch(site.demoTwin() + "/desired", "{\"count_down\":2}");
    eventually().until(() -> site.console().startsWith("OFF"));
    eventually().untilAsserted(() -> assertThat(reported("power_switch")).isZero());
  }

  @Test
  void anOverloadOpensTheRelayAndIsOneEvent() {
    String device = Credentials.read(site.stack.credentials()).name();
    int before = site.rows().events(device, "status_report").size();
    ask(1);
    eventually().until(() -> site.console().startsWith("ON"));

    site.agent().type("plug kettle");
    eventually().until(() -> site.console().startsWith("TRIPPED"));
    eventually()
        .untilAsserted(
            () -> assertThat(site.rows().events(device, "status_report")).hasSize(before + 1));
    eventually().untilAsserted(() -> assertThat(reported("power_switch")).isZero());
    assertThat(site.rows().events(device, "status_report").getLast())
        .contains("overcurrent")
        .containsPattern("\"status\": ?1");

    // The kettle stays plugged in through further reports, and no second event follows.
    String trip = reportedAt();
    eventually().until(() -> !reportedAt().equals(trip));
    String next = reportedAt();
    eventually().until(() -> !reportedAt().equals(next));
    assertThat(site.rows().events(device, "status_report")).hasSize(before + 1);
    assertThat(site.console()).startsWith("TRIPPED");
  }

  private static String reportedAt() {
    return twin().path("reported").path("voltage").path("at").asText();
  }
}
