package io.sockettwin.service.access;

import static io.restassured.RestAssured.given;
import static io.sockettwin.service.Api.asOperator;
import static io.sockettwin.service.Api.operatorKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.User;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A journey through everything that has a secret, with whatever goes wrong on the way, and not one
/// of them in the log.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class SecretsInLogTest {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final List<String> secrets = new ArrayList<>();

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          StringWriter text = new StringWriter();
          text.append(line.getMessage()).append(' ');
          if (line.getParameters() != null) {
            text.append(List.of(line.getParameters()).toString());
          }
          if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
          }
          lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(handler);
  }

  @Test
  void noSecretIsLogged() {
    User user = User.of("operator");
    secrets.addAll(List.of(user.oneTimePassword(), user.password(), user.cookie(), operatorKey()));
    secrets.add(
        secret(user, "/api/account/tokens", "{\"name\":\"t\",\"scopes\":[\"read\"]}", "token"));
    secrets.add(secret(user, "/api/bind-tokens", "", "token"));
    secrets.add(
        secret(
            user,
            "/api/devices",
            "{\"productId\":\"HRDG3CKWWZ\",\"name\":\"discreet\"}",
            "secret"));
    String home = secret(user, "/api/homes", "{\"name\":\"h\",\"timeZone\":\"UTC\"}", "id");
    secrets.add(secret(user, "/api/homes/" + home + "/invitations", "{\"level\":\"own\"}", "code"));
    goWrong(user);
    Logger.getLogger("a test").warning("the last line");
    assertThat(lines).anyMatch(line -> line.contains("the last line"));
    for (String secret : secrets) {
      assertThat(secret).hasSizeGreaterThan(8);
      assertThat(lines).noneMatch(line -> line.contains(secret));
    }
  }

  private static String secret(User user, String path, String body, String field) {
    return user.asks().body(body).post(path).then().statusCode(201).extract().path(field);
  }

  /// Malformed bodies, fields that do not fit, and a password where none belongs.
  private void goWrong(User user) {
    String guess = "guess of a stranger";
    secrets.add(guess);
    User.signIn(user.name(), guess).then().statusCode(401);
    given().header("Authorization", "Bearer " + guess).get("/api/devices").then().statusCode(401);
    for (String body :
        List.of(
            "{\"name\":{},\"password\":\"%s\"}", "{\"pasword\":\"%s\"}", "{\"password\":\"%s\"")) {
      given()
          .contentType("application/json")
          .body(body.formatted(guess))
          .post("/api/session")
          .then()
          .statusCode(400);
    }
    user.asks()
        .body("{\"present\":\"%s\",\"chosen\":\"%s\"}".formatted(guess, guess))
        .put("/api/account/password")
        .then()
        .statusCode(400);
    asOperator().body(guess).post("/api/devices").then().statusCode(400);
  }
}
