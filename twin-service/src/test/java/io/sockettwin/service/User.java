package io.sockettwin.service;

import static io.sockettwin.service.Api.asOperator;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody who has a name, a role, and a browser that is signed in.
///
/// @param oneTimePassword as the administrator handed it over
public record User(String name, String oneTimePassword, String password, String cookie) {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /// Created by the operator, with a password of their own choice.
  public static User of(String role) {
    String name = role + NUMBER.incrementAndGet();
    String drawn =
        asOperator()
            .body("{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role))
            .post("/api/users")
            .then()
            .statusCode(201)
            .extract()
            .path("oneTimePassword");
    String password = "correct horse " + NUMBER.incrementAndGet();
    User user = new User(name, drawn, password, signIn(name, drawn).cookie("sockettwin-session"));
    user.asks()
        .body("{\"present\":\"%s\",\"chosen\":\"%s\"}".formatted(drawn, password))
        .put("/api/account/password")
        .then()
        .statusCode(204);
    return user;
  }

  public static Response signIn(String name, String password) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .body("{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password))
        .post("/api/session");
  }

  public RequestSpecification asks() {
    return RestAssured.given().cookie("sockettwin-session", cookie).contentType(ContentType.JSON);
  }
}
