package io.sockettwin.service.access.identity;

import static io.restassured.RestAssured.given;
import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.User;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class AccountApiTest {
  @Inject DataSource database;
  @Inject Gatekeeper gatekeeper;
  @Inject Users users;

  @Test
  void theFirstStartCreatedAnAdministratorAndLaterOnesDoNot() {
    asOperator()
        .get("/api/users/" + FirstAdministrator.NAME)
        .then()
        .statusCode(200)
        .body("role", equalTo("operator"))
        .body("mustChangePassword", equalTo(true));
    assertThat(users.createFirst("another", Instant.now())).isEmpty();
  }

  @Test
  void aOneTimePasswordOpensNothingButTheChoiceOfAnother() {
    String drawn =
        asOperator()
            .body("{\"name\":\"li.na\",\"role\":\"operator\",\"language\":\"zh\"}")
            .post("/api/users")
            .then()
            .statusCode(201)
            .extract()
            .path("oneTimePassword");
    var signedIn = User.signIn("Li.Na ", drawn);
    signedIn.then().body("mustChangePassword", equalTo(true)).body("rights", contains("account"));
    String cookie = signedIn.cookie(Sessions.COOKIE);
    with(cookie).get("/api/devices").then().statusCode(403);
    change(with(cookie), drawn, "short").statusCode(400).body("errors.field", contains("chosen"));
    change(with(cookie), "wrong", "correct horse")
        .statusCode(400)
        .body("errors.field", contains("present"));
    change(with(cookie), drawn, "correct horse").statusCode(204);
    with(cookie).get("/api/devices").then().statusCode(200);
    assertThat(User.signIn("li.na", drawn).statusCode()).isEqualTo(401);
    User.signIn("li.na", "correct horse")
        .then()
        .statusCode(200)
        .body("mustChangePassword", equalTo(false))
        .body("language", equalTo("zh"));
  }

  @Test
  void changingThePasswordEndsTheOtherSessions() {
    User user = User.of("owner");
    String other = User.signIn(user.name(), user.password()).cookie(Sessions.COOKIE);
    user.asks()
        .get("/api/account/sessions")
        .then()
        .body("current", containsInAnyOrder(false, true));
    change(user.asks(), user.password(), "battery staple").statusCode(204);
    user.asks().get("/api/session").then().statusCode(200);
    with(other).get("/api/session").then().statusCode(401);
  }

  @Test
  void aUserSignsOutEverywhere() {
    User user = User.of("owner");
    String other = User.signIn(user.name(), user.password()).cookie(Sessions.COOKIE);
    user.asks().delete("/api/account/sessions").then().statusCode(204);
    user.asks().get("/api/session").then().statusCode(401);
    with(other).get("/api/session").then().statusCode(401);
  }

  @Test
  void whatAnAdministratorChangesCountsFromTheNextRequestOn() {
    User user = User.of("operator");
    String path = "/api/users/" + user.name();
    user.asks().get("/api/users").then().statusCode(200);
    asOperator().body("{\"role\":\"viewer\"}").patch(path).then().statusCode(200);
    user.asks().get("/api/users").then().statusCode(403);
    asOperator().body("{\"disabled\":true}").patch(path).then().statusCode(200);
    user.asks().get("/api/session").then().statusCode(401);
    assertThat(User.signIn(user.name(), user.password()).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyLocksHimselfOut() {
    User user = User.of("operator");
    String path = "/api/users/" + user.name();
    user.asks().body("{\"role\":\"viewer\"}").patch(path).then().statusCode(403);
    user.asks().delete(path).then().statusCode(403);
  }

  @Test
  void aTokenDoesWhatItsScopesSayUntilItExpiresOrIsRevoked() {
    User user = User.of("operator");
    var created = token(user, "Home Assistant", "\"read\"").statusCode(201);
    String secret = created.extract().path("token");
    String id = created.extract().path("id");
    bearer(secret).get("/api/devices").then().statusCode(200);
    bearer(secret).get("/api/session").then().body("rights", contains("look", "oversee"));
    bearer(secret).body("{}").post("/api/homes").then().statusCode(403);
    bearer(secret).get("/api/account/tokens").then().statusCode(403);
    token(user, "Home Assistant", "\"read\"").statusCode(409);
    token(user, "nothing", "").statusCode(400).body("errors.field", contains("scopes"));
    user.asks()
        .get("/api/account/tokens")
        .then()
        .body("$", hasSize(1))
        .body("token", contains((Object) null));

    bearer(secret.substring(0, secret.length() - 1) + "!")
        .get("/api/devices")
        .then()
        .statusCode(401);
    given()
        .contentType("application/json")
        .body("{\"key\":\"" + secret + "\"}")
        .post("/api/session")
        .then()
        .statusCode(401);
    Sql.of("update api_token set expires_at = now() where id = cast(? as uuid)", id).run(database);
    bearer(secret).get("/api/devices").then().statusCode(401);
    Sql.of("update api_token set expires_at = null where id = cast(? as uuid)", id).run(database);
    bearer(secret).get("/api/devices").then().statusCode(200);
    user.asks().delete("/api/account/tokens/" + id).then().statusCode(204);
    bearer(secret).get("/api/devices").then().statusCode(401);
  }

  @Test
  void aTokenIsWorthNoMoreThanItsUser() {
    User user = User.of("operator");
    String secret = token(user, "all", "\"manage\",\"administer\"").extract().path("token");
    bearer(secret).get("/api/users").then().statusCode(200);
    String path = "/api/users/" + user.name();
    asOperator().body("{\"role\":\"owner\"}").patch(path).then().statusCode(200);
    bearer(secret).get("/api/users").then().statusCode(403);
    asOperator().body("{\"disabled\":true}").patch(path).then().statusCode(200);
    bearer(secret).get("/api/session").then().statusCode(401);
  }

  @Test
  void whoeverGuessesAPasswordWaitsEvenForTheRightOne() {
    User user = User.of("owner");
    Instant now = Instant.now();
    for (int i = 0; i <= WrongPasswords.FREE; i++) {
      // From an address each, so that it is the name that is locked.
      assertThat(gatekeeper.user(user.name(), "wrong", "192.0.2." + i, now)).isEmpty();
    }
    assertThatThrownBy(() -> gatekeeper.user(user.name(), user.password(), "192.0.2.99", now))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(429));
    User.signIn(user.name(), user.password())
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, greaterThan(10));
    assertThat(gatekeeper.user(user.name(), user.password(), "192.0.2.99", now.plusSeconds(30)))
        .isPresent();
  }

  private static RequestSpecification with(String cookie) {
    return given().cookie(Sessions.COOKIE, cookie).contentType("application/json");
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  private static ValidatableResponse change(
      RequestSpecification request, String present, String chosen) {
    return request
        .body("{\"present\":\"%s\",\"chosen\":\"%s\"}".formatted(present, chosen))
        .put("/api/account/password")
        .then();
  }

  private static ValidatableResponse token(User user, String name, String scopes) {
    return user.asks()
        .body("{\"name\":\"%s\",\"scopes\":[%s]}".formatted(name, scopes))
        .post("/api/account/tokens")
        .then();
  }
}
