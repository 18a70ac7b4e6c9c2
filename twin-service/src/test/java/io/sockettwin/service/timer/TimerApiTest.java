package io.sockettwin.service.timer;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class TimerApiTest {
  private static final String DAILY = "{\"kind\":\"daily\",\"at\":\"07:00\"}";
  private static final String OFF = "{\"power_switch\":0}";

  @Inject BrokerPort port;

  @Test
  void showsWhenItFiresNextUnlessItIsOff() {
    DeviceKey device = Device.registered("timed");
    String path = "/api/timers/" + created(body(device, DAILY, OFF));
    asOperator()
        .get(path)
        .then()
        .header("ETag", "\"0\"")
        .body("nextAt", notNullValue())
        .body("enabled", equalTo(true))
        .body("graceSeconds", equalTo(60));
    change(path, "{\"enabled\":false}").statusCode(200).body("nextAt", nullValue());
    change(path, "{\"enabled\":true,\"rule\":{\"kind\":\"cron\",\"cron\":\"0 7 * * *\"}}")
        .statusCode(200)
        .body("rule.at", nullValue())
        .body("nextAt", notNullValue());
    asOperator()
        .header("If-Match", "\"0\"")
        .body("{\"name\":\"late\"}")
        .patch(path)
        .then()
        .statusCode(412);
    asOperator()
        .get("/api/timers?productId=HRDG3CKWWZ&name=timed")
        .then()
        .body("items", hasSize(1));
    asOperator().delete(path).then().statusCode(204);
    asOperator().get(path).then().statusCode(404);
    asOperator().get(path + "/firings").then().statusCode(404);
  }

  @Test
  void firesOnceForADeviceThatIsAwayAndDoesNotWaitLong() {
    DeviceKey device = Device.registered("timed-away");
    String path = "/api/timers/" + created(body(device, soon(), OFF));
    fired(path).body("items", hasSize(1)).body("items[0].controlStage", equalTo("ACCEPTED"));
    asOperator().get(path).then().body("nextAt", nullValue());
    String control = asOperator().get(path + "/firings").path("items[0].controlId");
    ValidatableResponse shown = asOperator().get("/api/controls/" + control).then();
    Duration patience =
        Duration.between(
            Instant.parse(shown.extract().path("acceptedAt")),
            Instant.parse(shown.extract().path("expiresAt")));
    assertThat(patience).isEqualTo(Duration.ofMinutes(5));
    String csv = asOperator().accept("text/csv").get(path + "/firings").asString();
    assertThat(csv.lines().skip(1))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(",timed-away,fired,", control + ",ACCEPTED");
  }

  @Test
  void aSceneReachesEveryDevice() {
    DeviceKey away = Device.registered("scene-away");
    try (Device lamp = Device.connect(Device.registered("scene-lamp"), port.number())) {
      String second =
          "},{\"productId\":\"HRDG3CKWWZ\",\"name\":\"scene-away\",\"values\":{\"count_down\":60}}]";
      String scene =
          body(new DeviceKey("HRDG3CKWWZ", "scene-lamp"), soon(), "{\"power_switch\":1}");
      String path = "/api/timers/" + created(scene.replace("}]", second));
      JsonNode control = lamp.hear();
      assertThat(control.path("method").asText()).isEqualTo("control");
      assertThat(control.at("/params/power_switch").asInt()).isEqualTo(1);
      fired(path).body("items.name", contains("scene-lamp", away.deviceName()));
    }
  }

  @Test
  void aHomeThatMovesTakesItsTimersAlong() {
    String home =
        asOperator()
            .body("{\"name\":\"Nomads\",\"timeZone\":\"Asia/Shanghai\"}")
            .post("/api/homes")
            .path("id");
    DeviceKey device = Device.registered("timed-nomad");
    asOperator().body("{\"homeId\":\"" + home + "\"}").patch("/api/devices/" + device);
    String path =
        "/api/timers/" + created(body(device, DAILY, OFF).replace("\"timeZone\":\"UTC\",", ""));
    String before = asOperator().get(path).path("nextAt");
    assertThat(before).endsWith("T23:00:00Z");
    asOperator().body("{\"timeZone\":\"Asia/Tokyo\"}").patch("/api/homes/" + home);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(asOperator().get(path).<String>path("nextAt")).endsWith("T22:00:00Z"));
    asOperator().get(path + "/firings").then().body("items", hasSize(0));
  }

  @Test
  void whatIsSwitchedOffInTimeDoesNotFire() {
    DeviceKey device = Device.registered("timed-off");
    String path = "/api/timers/" + created(body(device, soon(), OFF));
    change(path, "{\"enabled\":false}").statusCode(200);
    DeviceKey witness = Device.registered("timed-witness");
    fired("/api/timers/" + created(body(witness, soon(), OFF)));
    asOperator().get(path + "/firings").then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "timeZone           | Mars/Base | {\"kind\":\"daily\",\"at\":\"07:00\"} | {\"power_switch\":1}",
        "rule.cron          | UTC | {\"kind\":\"cron\",\"cron\":\"0 0 30 2 *\"} | {\"power_switch\":1}",
        "rule.cron          | UTC | {\"kind\":\"cron\",\"cron\":\"every day\"} | {\"power_switch\":1}",
        "rule.at            | UTC | {\"kind\":\"once\",\"at\":\"2020-01-01T00:00\"} | {\"power_switch\":1}",
        "position           | UTC | {\"kind\":\"sun\",\"event\":\"sunset\"} | {\"power_switch\":1}",
        "actions[0].values  | UTC | {\"kind\":\"daily\",\"at\":\"07:00\"} | {\"warp_drive\":1}",
        "actions[0].values  | UTC | {\"kind\":\"daily\",\"at\":\"07:00\"} | {\"voltage\":230}",
        "rule.sun           | UTC | {\"kind\":\"daily\",\"at\":\"07:00\",\"sun\":1} | {\"power_switch\":1}",
      })
  void namesTheFieldThatCannotBe(String field, String zone, String rule, String values) {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "demo-socket");
    asOperator()
        .body(body(device, rule, values).replace("UTC", zone))
        .post("/api/timers")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void needsATimeZoneFromSomewhere() {
    DeviceKey device = Device.registered("timed-nowhere");
    asOperator()
        .body(body(device, DAILY, OFF).replace("\"timeZone\":\"UTC\",", ""))
        .post("/api/timers")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("timeZone"));
    asOperator()
        .body(body(new DeviceKey("HRDG3CKWWZ", "nobody"), DAILY, OFF))
        .post("/api/timers")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("actions[0].name"));
  }

  private static String soon() {
    LocalDateTime at = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(2);
    return "{\"kind\":\"once\",\"at\":\"" + at.truncatedTo(ChronoUnit.MILLIS) + "\"}";
  }

  private static String body(DeviceKey device, String rule, String values) {
    return """
    {"name":"Test","rule":%s,"timeZone":"UTC",
     "actions":[{"productId":"%s","name":"%s","values":%s}]}
    """
        .formatted(rule, device.productId(), device.deviceName(), values);
  }

  private static String created(String body) {
    return asOperator().body(body).post("/api/timers").then().statusCode(201).extract().path("id");
  }

  private static ValidatableResponse change(String path, String change) {
    return asOperator().body(change).patch(path).then();
  }

  private static ValidatableResponse fired(String path) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "fired".equals(asOperator().get(path + "/firings").path("items[0].state")));
    return asOperator().get(path + "/firings").then();
  }
}
