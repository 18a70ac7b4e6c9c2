package io.sockettwin.service.alarm;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Flows are edited over REST and run in the lanes.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class FlowApiTest {
  private static final String LOW =
      "\"input\":\"data\",\"filter\":{\"property\":\"voltage\",\"is\":\"<\",\"value\":200}";
  private static final String OVERLOAD =
      "\"input\":{\"event\":\"status_report\"},"
          + "\"filter\":{\"param\":\"message\",\"is\":\"=\",\"value\":\"overcurrent\"}";

  @Inject Site site;

  @Test
  void theSocketComesWithItsFlowsSwitchedOff() {
    asOperator()
        .queryParam("productId", Socket.PRODUCT)
        .queryParam("size", 6)
        .get("/api/flows")
        .then()
        .statusCode(200)
        .body(
            "items.id",
            hasItems(
                "socket-overload",
                "socket-offline",
                "socket-silent",
                "socket-low-voltage",
                "socket-hardware-fault",
                "socket-over-budget"))
        .body("items.mode", everyItem(equalTo(null)));
  }

  @Test
  void oneAlarmForATripHoweverOftenItIsTold() {
    DeviceKey socket = site.socket("flow-trips");
    Site.flow(Site.draft("flow-trips", OVERLOAD));
    Instant at = Site.now();
    site.trips(socket, at);
    site.trips(socket, at);
    site.trips(socket, at.plusSeconds(1));
    Site.alarms(socket)
        .body("total", equalTo(1))
        .body("items[0].state", equalTo("open"))
        .body("items[0].hits", equalTo(2))
        .body("items[0].eventAt", equalTo(at.toString()))
        .body(
            "items[0].title.en", equalTo("flow-trips: message \"overcurrent\" = \"overcurrent\""));
  }

  @Test
  void alarmEndsByItselfWhenTheFilterNoLongerHolds() {
    DeviceKey socket = site.socket("flow-low");
    Site.flow(Site.draft("flow-low", LOW));
    site.reports(socket, "{\"voltage\":190}", Site.now());
    Site.alarms(socket)
        .body("items[0].state", equalTo("open"))
        .body("items[0].text.zh", equalTo("190 伏"));
    site.reports(socket, "{\"voltage\":230}", Site.now());
    Site.alarms(socket)
        .body("total", equalTo(1))
        .body("items[0].state", equalTo("cleared"))
        .body("items[0].clearReason", equalTo("the filter no longer holds"));
  }

  @Test
  void durationComesTrueWithoutAMessageAndAFlowThatIsSwitchedOnLooksAtOnce() {
    DeviceKey socket = site.socket("flow-silent");
    site.connects(socket, Site.now().minusSeconds(60));
    Site.flow(
        Site.draft(
            "flow-silent",
            "\"input\":\"status\",\"filter\":{\"status\":\"silent\",\"for\":\"PT10S\"}"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> Site.alarms(socket).body("items[0].state", equalTo("open")));
    site.reports(socket, "{\"voltage\":230}", Site.now());
    Site.alarms(socket).body("items[0].state", equalTo("cleared"));
  }

  @Test
  void changedRuleBeginsAnewAndEndsItsAlarms() {
    DeviceKey socket = site.socket("flow-changed");
    String id = Site.flow(Site.draft("flow-changed", LOW));
    site.reports(socket, "{\"voltage\":190}", Site.now());
    change(id, Site.draft("flow-changed", LOW.replace("200", "195")));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            Site.alarms(socket)
                .body("total", equalTo(2))
                .body("items[0].state", equalTo("open"))
                .body("items[0].episode", equalTo(2))
                .body("items[1].clearReason", equalTo("the flow was changed")));
    asOperator().delete("/api/flows/" + id).then().statusCode(204);
    Site.alarms(socket).body("items[0].clearReason", equalTo("the flow was deleted"));
    site.reports(socket, "{\"voltage\":180}", Site.now());
    Site.alarms(socket).body("total", equalTo(2));
  }

  @Test
  void flowMaySetProperties() {
    DeviceKey socket = site.socket("flow-sets");
    site.connects(socket, Site.now());
    Site.flow(Site.draft("flow-sets", LOW + ",\"outputs\":{\"set\":{\"power_switch\":0}}"));
    site.reports(socket, "{\"voltage\":190,\"power_switch\":1}", Site.now());
    asOperator()
        .get("/api/twins/" + socket)
        .then()
        .body("controls[0].values.power_switch", equalTo(0))
        .body("controls[0].stage", equalTo("SENT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"value\":200|\"value\":\"low\"|filter.value|must be a number",
        "\"property\":\"voltage\"|\"property\":\"volts\"|filter.property|there is no property volts",
        "\"property\":\"voltage\",\"is\":\"<\",\"value\":200|\"expression\":\"volts > 1.0\""
            + "|filter.expression|undeclared reference to 'volts'",
        "$voltage V|$volts V|text.en|there is no placeholder $volts",
        "\"mode\":\"live\"|\"outputs\":{\"set\":{\"voltage\":1}}|outputs.set|voltage is read-only",
        "\"mode\":\"live\"|\"outputs\":{\"push\":[\"nobody\"]}|outputs.push[0]|names no push channel",
        "\"warning\"|\"loud\"|severity|has the wrong type or value",
        "HRDG3CKWWZ|NOPRODUCT0|productId|names no product",
      })
  void badInputIsRefusedByNameAndNothingIsSaved(
      String good, String bad, String field, String message) {
    int before = asOperator().get("/api/flows").then().extract().path("total");
    asOperator()
        .body(Site.draft("any", LOW).replace(good, bad))
        .post("/api/flows")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", containsString(message));
    asOperator().get("/api/flows").then().body("total", equalTo(before));
  }

  @Test
  void twoPeoplesChangesDoNotOverwriteEachOther() {
    String id = Site.flow(Site.draft("flow-etag", LOW));
    asOperator()
        .header("If-Match", "\"7\"")
        .body(Site.draft("flow-etag", LOW))
        .put("/api/flows/" + id)
        .then()
        .statusCode(412);
  }

  @Test
  void remembersWhatItSaidBefore() {
    String id = Site.flow(Site.draft("flow-versions", LOW));
    change(id, Site.draft("flow-versions", LOW.replace("200", "195")));
    change(id, Site.draft("flow-versions", LOW.replace("200", "195")));
    asOperator()
        .get("/api/flows/" + id + "/versions")
        .then()
        .statusCode(200)
        .body("content.filter.value", equalTo(List.of(195, 200)))
        .body("number", equalTo(List.of(1, 0)))
        .body("[0].author", equalTo("operator key"));
    asOperator().get("/api/flows/none/versions").then().statusCode(404);
  }

  @Test
  void tellsHowMuchItFinds() {
    DeviceKey socket = site.socket("flow-activity");
    String id = Site.flow(Site.draft("flow-activity", LOW));
    String mine = "find { it.flowId == '" + id + "' }";
    activity().body(mine + ".open", equalTo(0)).body(mine + ".lastRaisedAt", nullValue());
    site.reports(socket, "{\"voltage\":190}", Site.now());
    activity().body(mine + ".open", equalTo(1)).body(mine + ".lastRaisedAt", notNullValue());
  }

  private static ValidatableResponse activity() {
    return asOperator().get("/api/flows/activity").then().statusCode(200);
  }

  private static void change(String id, String body) {
    asOperator().body(body).put("/api/flows/" + id).then().statusCode(200);
  }
}
