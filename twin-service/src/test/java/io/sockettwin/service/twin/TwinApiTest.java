package io.sockettwin.service.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.StoredHistory;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class TwinApiTest {
  @Inject BrokerPort port;
  @Inject DataSource database;

  @Test
  void reportIsDurableWhenItIsAnswered() {
    try (Device device = connect("reports")) {
      device.say("property", report("t-1", "{\"power_switch\":1,\"voltage\":220.1}"));
      assertThat(device.hear().toString())
          .isEqualTo(
              "{\"method\":\"report_reply\",\"clientToken\":\"t-1\",\"code\":0,"
                  + "\"status\":\"success\"}");
      assertThat(stored().reports(device.key)).isEqualTo(1);
      twin(device.key)
          .body("reported.power_switch.value", equalTo(1))
          .body("reported.voltage.value", equalTo(220.1f))
          .body("presence.online", equalTo(true));
    }
  }

  @Test
  void listsTellWhatDevicesLastReported() {
    try (Device device = connect("listed")) {
      device.say("property", report("t-1", "{\"power_switch\":1,\"voltage\":220.1}"));
      device.hear();
      Api.asOperator()
          .get("/api/devices?prefix=listed")
          .then()
          .body("items[0].reported.power_switch", equalTo(1))
          .body("items[0].reported.voltage", equalTo(220.1f));
    }
  }

  @Test
  void controlReachesTheDeviceAndComesBackAsReportedState() {
    try (Device device = connect("obeys")) {
      device.say("property", report("t-1", "{\"power_switch\":0}"));
      device.hear();
      String id = desire(device.key, "{\"power_switch\":1}");
      JsonNode control = device.hear();
      assertThat(control.path("method").asText()).isEqualTo("control");
      assertThat(control.path("clientToken").asText()).isEqualTo(id);
      assertThat(control.at("/params/power_switch").asInt()).isEqualTo(1);
      device.say(
          "property", "{\"method\":\"control_reply\",\"clientToken\":\"" + id + "\",\"code\":0}");
      device.say("property", report("t-2", "{\"power_switch\":1}"));
      device.hear();
      Api.asOperator().get("/api/controls/" + id).then().body("stage", equalTo("APPLIED"));
      twin(device.key).body("reported.power_switch.value", equalTo(1)).body("controls", hasSize(0));
    }
  }

  @Test
  void controlForADeviceThatIsAwayIsFetchedWhenItComes() {
    DeviceKey key = Device.registered("sleeps");
    desire(key, "{\"power_switch\":1}");
    try (Device device = Device.connect(key, port.number())) {
      device.say("property", "{\"method\":\"get_status\",\"clientToken\":\"P-1\"}");
      assertThat(device.hear().at("/data/control/power_switch").asInt()).isEqualTo(1);
      device.say("property", "{\"method\":\"clear_control\",\"clientToken\":\"P-1\"}");
      assertThat(device.hear().path("method").asText()).isEqualTo("clear_control_reply");
      device.say("property", "{\"method\":\"get_status\",\"clientToken\":\"P-2\"}");
      assertThat(device.hear().at("/data/control").isMissingNode()).isTrue();
    }
  }

  @Test
  void wrongReportIsRefusedAndNothingOfItIsKept() {
    try (Device device = connect("errs")) {
      device.say("property", report("t-1", "{\"power_switch\":1,\"voltage\":999}"));
      assertThat(device.hear().path("code").asInt()).isEqualTo(406);
      device.say("property", "no JSON at all");
      assertThat(device.hear().path("code").asInt()).isEqualTo(403);
      assertThat(stored().reports(device.key)).isZero();
      twin(device.key).body("reported.size()", equalTo(0));
    }
  }

  @Test
  void eventIsKeptAndAnsweredWithAnEmptyStatus() {
    try (Device device = connect("trips")) {
      device.say(
          "event",
          "{\"method\":\"event_post\",\"clientToken\":\"e-1\",\"eventId\":\"status_report\","
              + "\"type\":\"info\",\"timestamp\":0,"
              + "\"params\":{\"status\":1,\"message\":\"overcurrent\"}}");
      assertThat(device.hear().toString()).contains("\"code\":0,\"status\":\"\"");
      assertThat(stored().events(device.key)).isEqualTo(1);
    }
  }

  @Test
  void deviceThatLeavesIsOffline() {
    DeviceKey key = Device.registered("leaves");
    Device.connect(key, port.number()).close();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            twin(key)
                .body("presence.online", equalTo(false))
                .body("presence.reason", equalTo("left")));
    String since = Api.asOperator().get(path(key)).path("presence.since");
    assertThat(lastSeen(key)).isEqualTo(since);
  }

  @Test
  void deviceIsLastSeenNowWhileItIsConnected() {
    DeviceKey key = Device.registered("seen");
    assertThat(lastSeen(key)).isNull();
    try (Device device = Device.connect(key, port.number())) {
      device.say("property", report("t-1", "{\"power_switch\":1}"));
      device.hear();
      assertThat(Instant.parse(lastSeen(key)))
          .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }

  private static String lastSeen(DeviceKey key) {
    return Api.asOperator()
        .get("/api/devices/" + key)
        .then()
        .statusCode(200)
        .extract()
        .path("lastSeenAt");
  }

  @Test
  void desiredValueThatDoesNotFitIsRefusedByName() {
    DeviceKey key = Device.registered("strict");
    Api.asOperator()
        .body("{\"voltage\":1}")
        .patch(path(key) + "/desired")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo("values"));
  }

  private Device connect(String name) {
    return Device.connect(Device.registered(name), port.number());
  }

  private static String report(String token, String params) {
    return "{\"method\":\"report\",\"clientToken\":\"%s\",\"params\":%s}".formatted(token, params);
  }

  private static String desire(DeviceKey key, String values) {
    return Api.asOperator()
        .body(values)
        .patch(path(key) + "/desired")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static io.restassured.response.ValidatableResponse twin(DeviceKey key) {
    return Api.asOperator().get(path(key)).then().statusCode(200);
  }

  private static String path(DeviceKey key) {
    return "/api/twins/" + key.productId() + "/" + key.deviceName();
  }

  private StoredHistory stored() {
    return new StoredHistory(database);
  }
}
