package io.sockettwin.service.access.identity;

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
class SessionApiTest {
  private static final Sessions.From FROM = new Sessions.From("192.0.2.9", "a browser");

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
    String secret = sessions.openWithKey(operatorKey(), FROM, past, past);
    given().cookie(Sessions.COOKIE, secret).get("/api/devices").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteMayNotHaveABrowserChangeAnything(String site) {
    Instant now = Instant.now();
    String secret = sessions.openWithKey(operatorKey(), FROM, now, now.plusSeconds(60));
    given()
        .cookie(Sessions.COOKIE, secret)
        .header("Sec-Fetch-Site", site)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/homes")
        .then()
        .statusCode(403);
    given()
        .cookie(Sessions.COOKIE, secret)
        .header("Origin", "https://elsewhere.example")
        .delete("/api/session")
        .then()
        .statusCode(403);
    given().cookie(Sessions.COOKIE, secret).get("/api/session").then().statusCode(200);
  }

  @Test
  void wrongKeysAreRefusedAndThenNoLongerLookedAt() {
    signIn("wrong").then().statusCode(401).body("code", equalTo("unauthenticated"));
    // An address of its own, so that the other tests are not locked out.
    String address = "198.51.100.1";
    Instant now = Instant.now();
    for (int i = 0; i < 100; i++) {
      assertThat(gatekeeper.bearer("wrong-" + i, address, now)).isEmpty();
    }
    assertThatThrownBy(() -> gatekeeper.bearer(operatorKey(), address, now))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(429));
    assertThat(gatekeeper.bearer(operatorKey(), address, now.plusSeconds(60))).isPresent();
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
