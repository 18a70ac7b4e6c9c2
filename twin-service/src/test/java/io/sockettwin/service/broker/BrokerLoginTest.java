package io.sockettwin.service.broker;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class BrokerLoginTest {
  private static final String SECRET = "gate-secret-of-the-tests";

  @Inject ServiceLogin serviceLogin;

  @Test
  void admitsTheServiceItself() {
    String password = new String(serviceLogin.password(), StandardCharsets.UTF_8);
    ask(SECRET, Map.of("clientid", serviceLogin.clientId(), "password", password, "more", "x"))
        .statusCode(200)
        .body("result", equalTo("allow"))
        .body("is_superuser", equalTo(true))
        .body("acl.topic", hasItem("$thing/#"));
  }

  @Test
  void deniesAnUnknownDeviceWithTheReason() {
    ask(
            SECRET,
            Map.of(
                "clientid", "UNKNOWN001a",
                "username", "UNKNOWN001a;1;a;2147483647",
                "password", "00;hmacsha1"))
        .statusCode(200)
        .body("result", equalTo("deny"))
        .body("refusal", equalTo("NOT_AUTHORIZED"));
  }

  @Test
  void answersNobodyWithoutTheSecret() {
    ask("wrong", Map.of("clientid", "x")).statusCode(403);
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("clientid", "x"))
        .post("/broker/login")
        .then()
        .statusCode(403);
  }

  @Test
  void refusesAQuestionWithoutClientId() {
    ask(SECRET, Map.of("username", "x")).statusCode(400);
  }

  private static ValidatableResponse ask(String secret, Map<String, String> question) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + secret)
        .contentType(ContentType.JSON)
        .body(question)
        .post("/broker/login")
        .then();
  }
}
