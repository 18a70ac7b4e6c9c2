package io.sockettwin.service.access.audit;

import static io.restassured.RestAssured.given;
import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.User;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class AuditApiTest {
  @Inject DataSource database;
  @Inject AuditLog log;

  @Test
  void tellsWhoChangedWhatAndWhetherTheyMight() {
    DeviceKey device = Device.registered("audited");
    User user = User.of("installer");
    user.asks().body("{\"note\":\"behind the door\"}").patch("/api/devices/" + device);
    user.asks().delete("/api/devices/" + device).then().statusCode(403);
    // What is refused before a thread is given to it is written down beside the answer.
    await()
        .until(() ->
            asOperator()
                    .get("/api/audit?refused=true&who=" + user.name())
                    .jsonPath()
                    .getList("items")
                    .size()
                == 1);
    user.asks().get("/api/devices/" + device).then().statusCode(200);
    asOperator()
        .get("/api/audit?name=audited&productId=HRDG3CKWWZ&who=" + user.name())
        .then()
        .statusCode(200)
        .body("items.method", contains("DELETE", "PATCH"))
        .body("items.status", contains(403, 200))
        .body("items[0].way", equalTo("session"))
        .body("items[0].route", equalTo("/api/devices/{productId}/{name}"))
        .body("items[0].parameters.name", equalTo("audited"));
    asOperator()
        .get("/api/audit?refused=true&who=" + user.name())
        .then()
        .body("items.method", contains("DELETE"));
    asOperator()
        .get("/api/audit?route=/account/password&who=" + user.name())
        .then()
        .body("items.status", contains(204));
  }

  @Test
  void keepsNoBodiesAndNoSecrets() {
    User user = User.of("owner");
    String token =
        user.asks().post("/api/bind-tokens").then().statusCode(201).extract().path("token");
    user.asks().delete("/api/bind-tokens/" + token);
    asOperator()
        .get("/api/audit?size=200&who=" + user.name())
        .then()
        .body(not(containsString(user.password())))
        .body(not(containsString(user.oneTimePassword())))
        .body(not(containsString(token)));
  }

  @Test
  void readingSecretsIsWrittenDownAsWell() {
    User user = User.of("installer");
    user.asks()
        .get("/api/production/batches/00000000-0000-4000-8000-000000000000/credentials.csv")
        .then()
        .statusCode(404);
    asOperator()
        .get("/api/audit?method=GET&who=" + user.name())
        .then()
        .body("items.status", contains(404));
  }

  @Test
  void strangersFillItWithTheirSignInsOnly() {
    long before = count("");
    given().contentType("application/json").body("{}").post("/api/homes").then().statusCode(401);
    assertThat(count("")).isEqualTo(before);
    User.signIn("nobody", "wrong password").then().statusCode(401);
    assertThat(count("")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=yesterday", "until=2026-02-31T00:00:00Z", "method=LOOK", "after=x"})
  void aFilterThatCannotBeIsRefused(String query) {
    asOperator().get("/api/audit?" + query).then().statusCode(400).body("code", equalTo("invalid"));
  }

  @Test
  void whatIsTooOldIsForgotten() {
    Sql.of(
            "insert into audit_entry (at, who, way, address, method, route, parameters, status)"
                + " values (?, 'long ago', '', '', 'PUT', '/', '{}', 200)",
            Instant.now().minus(Duration.ofDays(500)))
        .run(database);
    asOperator().get("/api/audit?who=long ago").then().body("items.who", contains("long ago"));
    log.clean(Instant.now().minus(Duration.ofDays(400)));
    asOperator().get("/api/audit?who=long ago").then().body("items", empty());
  }

  private long count(String who) {
    return Sql.of("select count(*) from audit_entry where who = ?", who)
        .first(database, row -> row.getLong(1))
        .orElseThrow();
  }
}
