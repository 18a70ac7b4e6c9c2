package io.sockettwin.service.alarm;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import org.junit.jupiter.api.Test;

/// What is told of a flow before it is switched on.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class FlowTrialTest {
  private static final String OVERCURRENT =
      "\"input\":\"data\",\"filter\":{\"property\":\"current\",\"is\":\">\",\"value\":4.5%s}";
  private static final String TRIP =
      "\"input\":{\"event\":\"status_report\"},"
          + "\"filter\":{\"param\":\"message\",\"is\":\"=\",\"value\":\"overcurrent\"}";

  private static ValidatableResponse tried(String rule, String steps, int quietSeconds) {
    return asOperator()
        .body(
            """
            {"flow":%s,"from":"2026-03-01T12:00:00Z","steps":[%s],"quietSeconds":%d}\
            """
                .formatted(Site.draft("any", rule), steps, quietSeconds))
        .post("/api/flows/try")
        .then();
  }

  @Test
  void tellsTheAlarmWithItsWords() {
    tried(OVERCURRENT.formatted(""), "{\"values\":{\"current\":5.2,\"voltage\":230}}", 0)
        .statusCode(200)
        .body("episodes", hasSize(1))
        .body("episodes[0].raisedAt", equalTo("2026-03-01T12:00:00Z"))
        .body("episodes[0].reason", equalTo("current 5.2 > 4.5"))
        .body("episodes[0].title.en", equalTo("example: current 5.2 > 4.5"))
        .body("episodes[0].text.zh", equalTo("230 伏"))
        .body("episodes[0].clearedAt", nullValue());
  }

  @Test
  void tellsWhyThereIsNone() {
    tried(OVERCURRENT.formatted(""), "{\"values\":{\"current\":4.2}}", 60)
        .statusCode(200)
        .body("episodes", empty())
        .body("explanation", equalTo("current 4.2 > 4.5"));
  }

  @Test
  void durationComesTrueWhileNothingIsHeard() {
    String held = OVERCURRENT.formatted(",\"for\":\"PT10M\"");
    String steps = "{\"values\":{\"current\":5.2}}";
    tried(held, steps, 60).statusCode(200).body("episodes", empty());
    tried(held, steps, 3_600)
        .statusCode(200)
        .body("episodes[0].raisedAt", equalTo("2026-03-01T12:10:00Z"))
        .body("until", equalTo("2026-03-01T13:00:00Z"));
  }

  @Test
  void stepsFollowEachOther() {
    tried(
            OVERCURRENT.formatted(",\"until\":3"),
            """
            {"values":{"current":5.2}}, {"afterSeconds":5,"values":{"current":4.1}},
            {"afterSeconds":5,"values":{"current":2.9}}\
            """,
            0)
        .statusCode(200)
        .body("episodes", hasSize(1))
        .body("episodes[0].clearedAt", equalTo("2026-03-01T12:00:10Z"));
  }

  @Test
  void eventsAndComingsAndGoingsAreSteps() {
    tried(
            TRIP,
            "{\"event\":\"status_report\",\"params\":{\"status\":1,\"message\":\"overcurrent\"}}",
            120)
        .statusCode(200)
        .body("episodes[0].clearedAt", equalTo("2026-03-01T12:01:00Z"));
    tried(
            "\"input\":\"status\",\"filter\":{\"status\":\"offline\",\"for\":\"PT5M\"}",
            "{\"online\":true}, {\"afterSeconds\":10,\"online\":false}",
            600)
        .statusCode(200)
        .body("episodes[0].raisedAt", equalTo("2026-03-01T12:05:10Z"));
  }

  @Test
  void whatNoDeviceCouldSayIsRefusedByName() {
    tried(OVERCURRENT.formatted(""), "{\"values\":{\"current\":99}}", 0)
        .statusCode(400)
        .body("errors[0].field", equalTo("steps[0].values"))
        .body("errors[0].message", containsString("current"));
    tried(TRIP, "{\"event\":\"status_report\"}", 0)
        .statusCode(400)
        .body("errors[0].field", equalTo("steps[0].params"));
  }

  @Test
  void checkFindsEveryFlawAtOnce() {
    asOperator()
        .body(
            Site.draft("any", OVERCURRENT.formatted(",\"for\":\"soon\""))
                .replace("\"mode\":\"live\"", "\"outputs\":{\"push\":[\"nobody\"]}"))
        .post("/api/flows/check")
        .then()
        .statusCode(200)
        .body("flaws.field", hasItems("filter.for", "outputs.push[0]"));
    asOperator()
        .body(Site.draft("any", OVERCURRENT.formatted("")))
        .post("/api/flows/check")
        .then()
        .statusCode(200)
        .body("flaws", empty());
  }
}
