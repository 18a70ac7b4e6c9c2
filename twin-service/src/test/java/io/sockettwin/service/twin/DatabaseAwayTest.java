package io.sockettwin.service.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sockettwin.service.Api;
import io.sockettwin.service.DatabaseSwitch;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.service.database.DatabaseAddress;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// While the database is away, nothing is lost and everybody is told so.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DatabaseAwayTest {
  private static final String PRODUCT = "AWAY000001";

  @Inject BrokerPort port;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String username;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private DatabaseSwitch database;

  @BeforeEach
  void know() {
    database = new DatabaseSwitch(new DatabaseAddress(url, username, password));
  }

  @AfterEach
  void bringBack() {
    database.on();
  }

  @Test
  void restAnswersThatItIsUnavailableAndTheServiceIsNotReady() {
    DeviceKey key = Device.registered("unreachable");
    String twin = "/api/twins/" + key.productId() + "/" + key.deviceName();
    database.off();
    for (String path :
        new String[] {
          "/api/devices", "/api/products", "/api/devices/" + key, twin, "/api/session"
        }) {
      Api.asOperator()
          .get(path)
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .body("code", equalTo("unavailable"));
    }
    Api.asOperator()
        .body("{\"power_switch\":1}")
        .patch(twin + "/desired")
        .then()
        .statusCode(503)
        .body("code", equalTo("unavailable"));
    RestAssured.given()
        .cookie("sockettwin-session", "anything")
        .get("/api/devices")
        .then()
        .statusCode(503)
        .body("code", equalTo("unavailable"));
    RestAssured.get("/q/health/ready").then().statusCode(503);
    database.on();
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    Api.asOperator().get(twin).then().statusCode(200).body("controls.size()", equalTo(0));
  }

  /// The first message of a product needs its template, which is read from the database too.
  @Test
  void reportIsAnsweredWhenTheDatabaseIsBack() throws Exception {
    DeviceKey key = new DeviceKey(PRODUCT, "waits");
    createProduct();
    Device.register(key);
    try (Device device = Device.connect(key, port.number())) {
      forgetTemplate();
      double before = retries();
      database.off();
      // Acknowledged means committed, so whoever says it with QoS 1 waits.
      var said =
          CompletableFuture.runAsync(() ->
              device.say(
                  "property",
                  "{\"method\":\"report\",\"clientToken\":\"t-1\",\"params\":{\"power_switch\":1}}"));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> retries() >= before + 2);
      database.on();
      assertThat(device.hear().path("code").asInt(-1)).isZero();
      said.get(20, TimeUnit.SECONDS);
    }
  }

  private static void createProduct() {
    String template = Api.asOperator().get("/api/products/HRDG3CKWWZ/template").asString();
    Api.asOperator()
        .body(
            "{\"id\":\"%s\",\"name\":{\"en\":\"Away\",\"zh\":\"Away\"},\"template\":%s}"
                .formatted(PRODUCT, template))
        .post("/api/products")
        .then()
        .statusCode(201);
  }

  /// A change of the product makes the service read its template anew.
  private static void forgetTemplate() {
    Api.asOperator()
        .body("{\"panel\":{}}")
        .patch("/api/products/" + PRODUCT)
        .then()
        .statusCode(200);
  }

  private double retries() {
    Counter counter = metrics.find("sockettwin.batch.retries").tag("reason", "database").counter();
    return counter == null ? 0 : counter.count();
  }
}
