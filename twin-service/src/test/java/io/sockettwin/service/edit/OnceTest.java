package io.sockettwin.service.edit;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class OnceTest {
  @Inject DataSource database;

  private static Response create(String key, String name) {
    return asOperator()
        .header("Idempotency-Key", key)
        .body("{\"name\":\"" + name + "\"}")
        .post("/api/groups");
  }

  @Test
  void givesTheSameAnswerAgain() {
    Response first = create("again-1", "Again");
    Response second = create("again-1", "Again");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void givesASecretAgainAndKeepsItSealed() {
    String device = "{\"productId\":\"HRDG3CKWWZ\",\"name\":\"once-secret\"}";
    var request = asOperator().header("Idempotency-Key", "secret-1").body(device);
    String secret = request.post("/api/devices").path("secret");
    assertThat(request.post("/api/devices").<String>path("secret")).isEqualTo(secret);
    byte[] kept =
        Sql.of("select body from idempotent_request where key = ?", "secret-1")
            .first(database, row -> row.getBytes(1))
            .orElseThrow();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    create("other-1", "One");
    create("other-1", "Two").then().statusCode(422).body("code", equalTo("key-reused"));
  }

  @Test
  void doesNotKeepWhatWasRefused() {
    create("refused-1", "").then().statusCode(400);
    create("refused-1", "Now right").then().statusCode(201);
  }

  @Test
  void createsOneOfManyRequestsAtOnce() throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> answers =
          IntStream.range(0, 8)
              .mapToObj(i -> clients.submit(() -> create("crowd-1", "Crowd")))
              .toList();
      String id = answers.getFirst().get().path("id");
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThat(answer.get().<String>path("id")).isEqualTo(id);
      }
    }
  }

  @Test
  void forgetsAfterADay() {
    create("old-1", "Old one");
    Sql.of("update idempotent_request set at = at - interval '25 hours' where key = 'old-1'")
        .run(database);
    create("old-1", "New one").then().statusCode(201);
  }
}
