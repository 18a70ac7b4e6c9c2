package io.sockettwin.service.access;

import static io.restassured.RestAssured.given;
import static io.sockettwin.service.Api.asOperator;
import static io.sockettwin.service.Api.operatorKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.problem.Refused;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class AccessApiTest {
  @Inject Sessions sessions;
  @Inject Gatekeeper gatekeeper;

  @ParameterizedTest
  @ValueSource(strings = {"/api/devices", "/api/products", "/api/session", "/api/products/X"})
  void nothingIsShownWithoutAKey(String path) {
    given().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
  }

  @Test
  void metricsTakeAKey() {
    given().get("/q/metrics").then().statusCode(401);
    asOperator().get("/q/metrics").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/openapi", "/q/swagger-ui/"})
  void healthAndTheDescriptionOfTheInterfaceAreOpen(String path) {
    given().get(path).then().statusCode(200);
  }

  @Test
  void aKeyIsExchangedForASessionThatEndsWithSigningOut() {
    Response signedIn = signIn(operatorKey());
    signedIn.then().statusCode(200).body("role", equalTo("operator"));
    Cookie cookie = signedIn.detailedCookie(Sessions.COOKIE);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.getMaxAge()).isEqualTo(12 * 3_600);

    given().cookie(cookie).get("/api/session").then().statusCode(200);
    given().cookie(cookie).delete("/api/session").then().statusCode(204);
    given().cookie(cookie).get("/api/session").then().statusCode(401);
  }

  @Test
  void anExpiredSessionOpensNothing() {
    Instant past = Instant.now().minusSeconds(10);
    String secret = sessions.open(new Grant("somebody", Roles.OPERATOR), past, past);
    given().cookie(Sessions.COOKIE, secret).get("/api/devices").then().statusCode(401);
  }

  @Test
  void aViewerLooksButDoesNotTouch() {
    Instant now = Instant.now();
    String secret = sessions.open(new Grant("guest", Roles.VIEWER), now, now.plusSeconds(60));
    given().cookie(Sessions.COOKIE, secret).get("/api/devices").then().statusCode(200);
    given()
        .cookie(Sessions.COOKIE, secret)
        .delete("/api/devices/HRDG3CKWWZ/demo-socket")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void wrongKeysAreRefusedAndThenNoLongerLookedAt() {
    signIn("wrong").then().statusCode(401).body("code", equalTo("unauthenticated"));
    // An address of its own, so that the other tests are not locked out.
    String address = "192.0.2.1";
    Instant now = Instant.now();
    for (int i = 0; i < 10; i++) {
      assertThat(gatekeeper.check("wrong-" + i, address, now)).isEmpty();
    }
    assertThatThrownBy(() -> gatekeeper.check(operatorKey(), address, now))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(429));
    assertThat(gatekeeper.check(operatorKey(), address, now.plusSeconds(60))).isPresent();
  }

  @Test
  void pagesMayNotRunInlineScripts() {
    given()
        .get("/q/health")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'self'"));
  }

  private static Response signIn(String key) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"key\":\"" + key + "\"}")
        .post("/api/session");
  }
}
