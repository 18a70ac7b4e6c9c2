package io.sockettwin.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class HistoryApiTest {
  /// A whole hour, lately: what is asked for lies on either side of no retention.
  private final Instant hour =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(5, ChronoUnit.HOURS);

  @Inject Ingest ingest;
  @Inject Upkeep upkeep;

  private String device(String name) {
    Api.asOperator()
        .body(Map.of("productId", "HRDG3CKWWZ", "name", name))
        .post("/api/devices")
        .then()
        .statusCode(201);
    return "HRDG3CKWWZ/" + name;
  }

  private void hears(String device, String subject, Instant at, String payload) throws Exception {
    CountDownLatch committed = new CountDownLatch(1);
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    ingest.accept(
        new Arrival("$thing/up/" + subject + "/" + device, bytes, at, committed::countDown));
    assertThat(committed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private void reports(String device, int second, String params) throws Exception {
    hears(
        device,
        "property",
        hour.plusSeconds(second),
        "{\"method\":\"report\",\"clientToken\":\"t\",\"params\":" + params + "}");
  }

  private static ValidatableResponse get(String path, Object... params) {
    var request = Api.asOperator();
    for (int i = 0; i < params.length; i += 2) {
      request.queryParam(params[i].toString(), params[i + 1].toString());
    }
    return request.get("/api/history/" + path).then();
  }

  private static String csv(String path, Object... params) {
    var request = Api.asOperator().accept("text/csv");
    for (int i = 0; i < params.length; i += 2) {
      request.queryParam(params[i].toString(), params[i + 1].toString());
    }
    return request.get("/api/history/" + path).then().statusCode(200).extract().asString();
  }

  @Test
  void reportsComeAsTheyWereInPages() throws Exception {
    String device = device("pages");
    for (int i = 0; i < 5; i++) {
      reports(device, i, "{\"voltage\":" + (220 + i) + ",\"power_switch\":1}");
    }
    String path = "devices/" + device + "/reports";
    String next =
        get(path, "from", hour, "limit", 3, "properties", "voltage")
            .statusCode(200)
            .body("source", equalTo("report"))
            .body("points.voltage", contains(220f, 221f, 222f))
            .body("points[0].at", equalTo(hour.toString()))
            .body("points[0].power_switch", nullValue())
            .extract()
            .path("next");
    get(path, "from", hour, "limit", 3, "after", next)
        .statusCode(200)
        .body("points.voltage", contains(223f, 224f))
        .body("points[0].power_switch", equalTo(1))
        .body("next", nullValue());
    assertThat(csv(path, "from", hour, "properties", "voltage,count_down").lines())
        .hasSize(6)
        .startsWith("at,voltage,count_down", hour + ",220.0,");
  }

  @Test
  void seriesAreTheSameFromReportsAndFromRollUps() throws Exception {
    String device = device("series");
    for (int i = 0; i < 10; i++) {
      reports(device, i * 30, "{\"active_power\":" + i * 100 + "}");
    }
    String path = "devices/" + device + "/reports";
    // The service may be at it itself at this moment.
    Awaitility.await()
        .until(() -> {
          upkeep.rollUp();
          return get(path, "step", "1m", "from", hour.minusSeconds(86_400))
                  .extract()
                  .<List<?>>path("points")
                  .size()
              == 5;
        });
    Object[] minutes = {"step", "1m", "aggregate", "min,avg,max,last,count", "from", hour};
    for (String[] span : new String[][] {{"3600", "report"}, {"18000", "minute"}}) {
      Instant to = hour.plusSeconds(Long.parseLong(span[0]));
      get(path, append(minutes, "to", to))
          .statusCode(200)
          .body("source", equalTo(span[1]))
          .body("points", hasSize(5))
          .body("points[1].active_power_min", equalTo(200f))
          .body("points[1].active_power_avg", equalTo(250f))
          .body("points[1].active_power_max", equalTo(300f))
          .body("points[1].active_power_last", equalTo(300f))
          .body("points[1].active_power_count", equalTo(2));
    }
    get(path, "step", "1h", "aggregate", "avg", "from", hour.minusSeconds(86_400))
        .statusCode(200)
        .body("source", equalTo("hour"))
        .body("points.active_power_avg", contains(450f));
    get(path, "points", 24, "from", hour.minusSeconds(5 * 86_400), "zone", "Asia/Kolkata")
        .statusCode(200)
        .body("step", equalTo("1d"))
        .body("source", equalTo("minute"))
        .body("points.active_power_avg", contains(450f));
    get(path, "step", "1d", "from", hour.minusSeconds(86_400), "zone", "Europe/Berlin")
        .statusCode(200)
        .body("source", equalTo("hour"))
        .body("points.active_power_avg", contains(450f));
  }

  private static Object[] append(Object[] some, Object... more) {
    Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "from, yesterday, from",
    "to, 1999-01-01, to",
    "step, 7m, step",
    "step, 10s, step",
    "aggregate, median, aggregate",
    "properties, colour, properties",
    "zone, +02:00, zone",
    "limit, 10001, limit",
    "limit, many, limit",
    "points, 1, points",
    "after, nonsense, after"
  })
  void whatCannotBeAnsweredIsNamed(String parameter, String value, String field) {
    String device = "HRDG3CKWWZ/demo-socket";
    boolean aggregate = parameter.equals("aggregate");
    get(
            "devices/" + device + "/reports",
            append(
                new Object[] {parameter, value},
                aggregate ? new Object[] {"step", "1h"} : new Object[] {},
                "10s".equals(value) ? new Object[] {"from", "2026-01-01"} : new Object[] {}))
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo(field));
  }

  private static Object[] append(Object[] some, Object[] more, Object[] evenMore) {
    return append(append(some, more), evenMore);
  }

  @Test
  void eventsAreFoundByDeviceAndKind() throws Exception {
    String device = device("announces");
    for (int i = 0; i < 3; i++) {
      hears(
          device,
          "event",
          hour.plusSeconds(i),
          "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"status_report\","
              + "\"timestamp\":0,\"params\":{\"status\":1,\"message\":\"=overcurrent "
              + i
              + "\"}}");
    }
    String next =
        get("events", "productId", "HRDG3CKWWZ", "name", "announces", "limit", 2, "kind", "info")
            .statusCode(200)
            .body("items.params.message", contains("=overcurrent 2", "=overcurrent 1"))
            .extract()
            .path("next");
    get("events", "productId", "HRDG3CKWWZ", "name", "announces", "after", next)
        .statusCode(200)
        .body("items.params.message", contains("=overcurrent 0"))
        .body("next", nullValue());
    get("events", "name", "announces", "kind", "fault").statusCode(400);
    get("events", "kind", "fault", "productId", "HRDG3CKWWZ", "name", "announces")
        .statusCode(200)
        .body("items", hasSize(0));
    assertThat(csv("events", "productId", "HRDG3CKWWZ", "name", "announces"))
        .startsWith("productId,name,at,receivedAt,eventId,kind,params\r\nHRDG3CKWWZ,announces,")
        .contains("{\"\"status\"\": 1, \"\"message\"\": \"\"=overcurrent 2\"\"}");
  }

  @Test
  void twinIsShownAsItWas() throws Exception {
    String device = device("remembers");
    reports(device, 0, "{\"power_switch\":1,\"voltage\":220}");
    reports(device, 10, "{\"power_switch\":0}");
    String path = "devices/" + device + "/twin";
    get(path, "at", hour.plusSeconds(5))
        .statusCode(200)
        .body("reported.power_switch.value", equalTo(1))
        .body("reported.voltage.at", equalTo(hour.toString()));
    get(path, "at", hour.plusSeconds(10))
        .statusCode(200)
        .body("reported.power_switch.value", equalTo(0))
        .body("reported.voltage.value", equalTo(220));
    get(path, "at", hour.minusSeconds(1)).statusCode(200).body("reported.size()", equalTo(0));
    get(path).statusCode(400).body("errors[0].field", equalTo("at"));
  }

  @Test
  void controlsOfThePastAreListed() {
    String device = device("obeyed");
    Api.asOperator().body("{\"power_switch\":1}").patch("/api/twins/" + device + "/desired");
    get("devices/" + device + "/controls")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].values.power_switch", equalTo(1))
        .body("items[0].stage", equalTo("ACCEPTED"));
    get("devices/" + device + "/twin", "at", Instant.now().plusSeconds(1))
        .body("controls.stage", hasItem("ACCEPTED"));
    get("devices/" + device + "/controls", "stage", "EXPIRED").body("items", hasSize(0));
    get("devices/" + device + "/controls", "stage", "LOST").statusCode(400);
  }

  @Test
  void unknownDeviceHasNoPast() {
    get("devices/HRDG3CKWWZ/nobody/reports").statusCode(404);
  }

  @Test
  void nobodyReadsWithoutAKey() throws SQLException {
    io.restassured.RestAssured.get("/api/history/events").then().statusCode(401);
  }
}
