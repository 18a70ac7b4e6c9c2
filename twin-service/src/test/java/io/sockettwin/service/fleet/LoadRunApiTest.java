package io.sockettwin.service.fleet;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import org.junit.jupiter.api.Test;

/// Runs of load-sim are attached to the fleet.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class LoadRunApiTest {
  private static final String RUN =
      """
      {"scenario":"evening-peak","verdict":"PASSED","startedAt":"2026-11-01T10:00:00Z",
       "seconds":61.5,"sockets":500,"report":"<!doctype html><script>steal()</script>"}\
      """;

  private static String attached() {
    return asOperator()
        .body(RUN)
        .post("/api/fleet/load-runs")
        .then()
        .statusCode(201)
        .body("attachedBy", equalTo("operator key"))
        .extract()
        .path("id");
  }

  @Test
  void reportIsAFileThatCanDoNothingHere() {
    String id = attached();
    asOperator().get("/api/fleet/load-runs").then().body("id", hasItem(id));
    asOperator()
        .get("/api/fleet/load-runs/" + id + "/report.html")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Disposition", startsWith("attachment"))
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body(containsString("steal()"));
    asOperator().delete("/api/fleet/load-runs/" + id).then().statusCode(204);
    asOperator().get("/api/fleet/load-runs/" + id + "/report.html").then().statusCode(404);
  }

  @Test
  void onlyTheNewestAreKept() {
    String first = attached();
    for (int i = 0; i < LoadRuns.MAX_RUNS; i++) {
      attached();
    }
    asOperator()
        .get("/api/fleet/load-runs")
        .then()
        .body("", hasSize(LoadRuns.MAX_RUNS))
        .body("id", not(hasItem(first)));
  }

  @Test
  void badInputIsRefusedByName() {
    asOperator()
        .body(RUN.replace("evening-peak", "a/b").replace("500", "-1"))
        .post("/api/fleet/load-runs")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("scenario", "sockets"));
  }
}
