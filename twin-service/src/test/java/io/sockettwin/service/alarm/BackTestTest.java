package io.sockettwin.service.alarm;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/// What a flow finds on a recorded day is what it found when the day was lived.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class BackTestTest {
  private static final Logger LOG = Logger.getLogger(BackTestTest.class);
  private static final int MESSAGES = 1_500;

  private static final Map<String, String> RULES = rules();

  @Inject Site site;
  @Inject BackTests backTests;
  @Inject DataSource database;

  private static Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put(
        "overload",
        "\"input\":{\"event\":\"status_report\"},"
            + "\"filter\":{\"param\":\"message\",\"is\":\"=\",\"value\":\"overcurrent\"},"
            + "\"clear\":{\"when\":{\"property\":\"power_switch\",\"is\":\"=\",\"value\":1}}");
    rules.put("low", data("\"property\":\"voltage\",\"is\":\"<\",\"value\":200,\"until\":210"));
    rules.put(
        "lasting", data("\"property\":\"current\",\"is\":\">\",\"value\":2.5,\"for\":\"PT20S\""));
    rules.put(
        "often",
        data("\"property\":\"power_switch\",\"changed\":true,\"times\":4,\"within\":\"PT5M\""));
    rules.put(
        "steep", data("\"property\":\"current\",\"rate\":\">\",\"value\":3,\"per\":\"PT2M\""));
    rules.put("product", data("\"expression\":\"voltage * current > 700.0\""));
    rules.put(
        "energy",
        data("\"property\":\"total_kwh\",\"gained\":\"day\",\"value\":0.3,\"zone\":\"UTC\""));
    rules.put("silent", status("silent", 90));
    rules.put("offline", status("offline", 300));
    return rules;
  }

  private static String data(String condition) {
    return "\"input\":\"data\",\"filter\":{" + condition + "},\"clear\":{\"after\":\"PT20S\"}";
  }

  private static String status(String status, int seconds) {
    return "\"input\":\"status\",\"filter\":{\"status\":\"%s\",\"for\":\"PT%dS\"}"
        .formatted(status, seconds);
  }

  @Test
  void findsExactlyWhatItFoundLive() throws SQLException {
    DeviceKey socket = site.socket("back-test");
    Map<String, String> ids = new LinkedHashMap<>();
    RULES.forEach((name, rule) -> ids.put(name, Site.flow(Site.draft("back-test", rule))));
    // A day that is still to come: no wake-up is due before the message that follows it.
    Instant from = Site.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.HOURS);
    Instant until = live(socket, from);
    for (var flow : ids.entrySet()) {
      List<Found> real;
      try (Connection connection = database.getConnection()) {
        real =
            AlarmReader.found(connection, flow.getValue(), Socket.PRODUCT, from, until)
                .getOrDefault("back-test", List.of());
      }
      BackTestView would =
          backTests.run(
              new BackTestDraft(flow.getValue(), null, null, from, until, flow.getValue()));
      assertThat(real).as(flow.getKey()).isNotEmpty();
      assertThat(would.alarms())
          .as(flow.getKey())
          .extracting(BackTestView.Would::alarm)
          .containsExactlyElementsOf(real);
      assertThat(would.comparison().same()).isEqualTo(real.size());
      assertThat(would.comparison().missed()).isEmpty();
      assertThat(would.comparison().added()).isEmpty();
      LOG.infof(
          "%s: %d alarms, %d inputs in %d ms",
          flow.getKey(), real.size(), would.inputs(), would.milliseconds());
    }
    String body =
        """
        {"flow":%s,"from":"%s","until":"%s","compareWith":"%s"}
        """
            .formatted(
                Site.draft("back-test", RULES.get("low").replace("200", "185")),
                from,
                until,
                ids.get("low"));
    asOperator()
        .body(body)
        .post("/api/flows/back-test")
        .then()
        .statusCode(200)
        .body("complete", equalTo(true))
        .body("comparison.missed[0].device", equalTo("back-test"))
        .body("comparison.missed[0].why", containsString("< 185.0 until voltage >= 210.0"));
  }

  /// Lives some hours of a socket and returns the moment after the last message.
  private Instant live(DeviceKey socket, Instant from) {
    Random random = new Random(7);
    Instant at = from;
    site.connects(socket, at);
    double kwh = 10;
    int on = 1;
    for (int i = 0; i < MESSAGES; i++) {
      at = at.plusMillis(1_000 + random.nextInt(9_000));
      kwh += random.nextDouble() / 500;
      switch (random.nextInt(60)) {
        case 0 -> {
          site.leaves(socket, at);
          at = at.plusSeconds(1 + random.nextInt(600));
          site.connects(socket, at);
        }
        case 1 -> at = at.plusSeconds(random.nextInt(300));
        case 2 -> {
          on = 0;
          site.trips(socket, at);
          at = at.plusSeconds(1);
          site.trips(socket, at);
        }
        default -> {
          on = random.nextInt(6) == 0 ? 1 - on : on;
          site.reports(
              socket,
              "{\"voltage\":%d,\"current\":%d,\"power_switch\":%d,\"total_kwh\":%s}"
                  .formatted(170 + 10 * random.nextInt(7), random.nextInt(5), on, kwh),
              at);
        }
      }
    }
    return at.plusNanos(1_000);
  }

  @Test
  void shadowFlowTellsNobodyAndIsCompared() {
    DeviceKey socket = site.socket("shadow");
    String low = RULES.get("low");
    String live = Site.flow(Site.draft("shadow", low));
    String shadow =
        Site.flow(
            Site.draft("shadow", low.replace("200", "180")).replace("\"live\"", "\"shadow\""));
    Instant from = Site.now();
    site.reports(socket, "{\"voltage\":190}", from);
    site.reports(socket, "{\"voltage\":230}", from.plusSeconds(60));
    site.reports(socket, "{\"voltage\":170}", from.plusSeconds(120));
    Site.alarms(socket).body("total", equalTo(2));
    asOperator()
        .queryParam("device", "shadow")
        .queryParam("shadow", true)
        .get("/api/alarms")
        .then()
        .body("total", equalTo(1));
    asOperator()
        .queryParam("with", shadow)
        .queryParam("from", from.toString())
        .queryParam("until", from.plusSeconds(600).toString())
        .get("/api/flows/" + live + "/comparison")
        .then()
        .statusCode(200)
        .body("same", equalTo(1))
        .body("missed[0].alarm.reason", containsString("voltage 190.0 < 200.0"));
  }

  @Test
  void refusesATimeThatIsTooLongOrTurnedRound() {
    Instant now = Site.now();
    for (Instant until : List.of(now.minusSeconds(1), now.plus(40, ChronoUnit.DAYS))) {
      asOperator()
          .body(
              Map.of("flowId", "socket-silent", "from", now.toString(), "until", until.toString()))
          .post("/api/flows/back-test")
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("until"));
    }
  }
}
