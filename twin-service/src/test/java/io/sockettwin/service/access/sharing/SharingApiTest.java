package io.sockettwin.service.access.sharing;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.User;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class SharingApiTest {
  @Inject DataSource database;

  private User owner;
  private DeviceKey device;
  private String twin;

  @BeforeEach
  void somebodyAndADevice(TestInfo test) {
    owner = User.of("owner");
    device = Device.registered("s-" + Integer.toHexString(test.getDisplayName().hashCode()));
    twin = "/api/twins/" + device;
  }

  @Test
  void whatIsNotSharedIsNotThere() {
    alarmAndEvent();
    owner.asks().get("/api/devices").then().body("items", empty()).body("total", equalTo(0));
    owner.asks().get("/api/alarms").then().body("items", empty()).body("total", equalTo(0));
    owner.asks().get("/api/alarms/export.json").then().body("$", empty());
    owner.asks().get("/api/history/events").then().body("items", empty());
    owner.asks().get("/api/timers").then().body("items", empty());
    owner.asks().get("/api/homes").then().body("items", empty());
    for (String path :
        List.of(
            "/api/devices/" + device,
            twin,
            twin + "/live",
            "/api/energy/" + device,
            "/api/history/devices/" + device + "/reports",
            "/api/alarms/" + alarm())) {
      owner.asks().get(path).then().statusCode(404).body("code", equalTo("not-found"));
    }
    owner.asks().body("{\"power_switch\":1}").patch(twin + "/desired").then().statusCode(404);
  }

  @Test
  void aShareShowsTheDeviceAndWhatBecameOfIt() {
    alarmAndEvent();
    share("view").statusCode(204);
    owner.asks().get("/api/devices").then().body("items.name", contains(device.deviceName()));
    owner.asks().get("/api/alarms").then().body("items.id", contains(alarm()));
    owner.asks().get("/api/alarms/export.json").then().body("id", contains(alarm()));
    owner.asks().get("/api/alarms/" + alarm()).then().statusCode(200);
    owner.asks().get("/api/history/events").then().body("items.eventId", contains("status_report"));
    owner.asks().get(twin).then().statusCode(200);
    owner.asks().get("/api/account/shares").then().body("name", contains(device.deviceName()));
  }

  @Test
  void aShareToLookIsNoneToTouch() {
    alarmAndEvent();
    share("view").statusCode(204);
    desire().statusCode(403).body("code", equalTo("forbidden"));
    owner.asks().post("/api/alarms/" + alarm() + "/acknowledgement").then().statusCode(403);
    timer().statusCode(400).body("errors.field", contains("actions[0].name"));

    share("control").statusCode(204);
    desire().statusCode(202);
    owner.asks().post("/api/alarms/" + alarm() + "/acknowledgement").then().statusCode(200);
    String timer = timer().statusCode(201).extract().path("id");
    owner.asks().get("/api/timers").then().body("items.id", contains(timer));
    owner.asks().body("{}").patch("/api/devices/" + device).then().statusCode(403);
    owner.asks().get("/api/devices/" + device + "/shares").then().statusCode(403);
  }

  @Test
  void aTimerForSomebodyElsesDeviceTooIsNotShown() {
    DeviceKey other = Device.registered(device.deviceName() + "-other");
    String action =
        "{\"productId\":\"HRDG3CKWWZ\",\"name\":\"%s\",\"values\":{\"power_switch\":0}}";
    String id =
        asOperator()
            .body(
                ("{\"name\":\"t\",\"timeZone\":\"UTC\",\"rule\":{\"kind\":\"daily\",\"at\":\"07:00\"},\"actions\":["
                        + action
                        + ","
                        + action
                        + "]}")
                    .formatted(device.deviceName(), other.deviceName()))
            .post("/api/timers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    share("control").statusCode(204);
    owner.asks().get("/api/timers").then().body("items", empty());
    owner.asks().get("/api/timers/" + id).then().statusCode(404);
    owner.asks().delete("/api/timers/" + id).then().statusCode(404);
  }

  @Test
  void aViewerNeverTouchesWhateverIsShared() {
    User viewer = User.of("viewer");
    share(viewer, "control").statusCode(204);
    viewer.asks().get(twin).then().statusCode(200);
    viewer.asks().body("{\"power_switch\":1}").patch(twin + "/desired").then().statusCode(403);
  }

  @Test
  void aShareEndsByItselfOrByHand() {
    asOperator()
        .body("{\"level\":\"view\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
        .put("/api/devices/" + device + "/shares/" + owner.name())
        .then()
        .statusCode(400)
        .body("errors.field", contains("expiresAt"));
    share("view").statusCode(204);
    Sql.of(
            "update device_share set expires_at = ? where user_name = ?",
            Instant.now(),
            owner.name())
        .run(database);
    owner.asks().get(twin).then().statusCode(404);
    share("view").statusCode(204);
    owner.asks().get(twin).then().statusCode(200);
    asOperator()
        .delete("/api/devices/" + device + "/shares/" + owner.name())
        .then()
        .statusCode(204);
    owner.asks().get(twin).then().statusCode(404);
  }

  @Test
  void whoeverIsBoundToADeviceSharesItAndTheNextOwnerStartsAlone() {
    bind();
    User friend = User.of("owner");
    owner
        .asks()
        .body("{\"level\":\"control\"}")
        .put("/api/devices/" + device + "/shares/" + friend.name())
        .then()
        .statusCode(204);
    owner
        .asks()
        .body("{\"level\":\"own\"}")
        .put("/api/devices/" + device + "/shares/" + friend.name())
        .then()
        .statusCode(400)
        .body("errors.field", contains("level"));
    owner
        .asks()
        .body("{\"level\":\"view\"}")
        .put("/api/devices/" + device + "/shares/nobody.at.all")
        .then()
        .statusCode(400)
        .body("errors.field", contains("user"));
    friend.asks().get(twin).then().statusCode(200);
    String timer = timer().statusCode(201).extract().path("id");
    asOperator().put("/api/devices/" + device + "/binding").then().statusCode(200);
    owner.asks().get(twin).then().statusCode(404);
    friend.asks().get(twin).then().statusCode(404);
    asOperator().get("/api/timers/" + timer).then().statusCode(404);
  }

  @Test
  void installersSeeEverythingAndAdministerNothing() {
    User installer = User.of("installer");
    installer.asks().get(twin).then().statusCode(200);
    installer.asks().get("/api/devices?size=200").then().body("items", not(hasSize(0)));
    installer.asks().get("/api/users").then().statusCode(403);
    installer.asks().get("/api/audit").then().statusCode(403);
  }

  @Test
  void deletingAUserTakesWhatIsTheirs() {
    bind();
    asOperator().delete("/api/users/" + owner.name()).then().statusCode(204);
    asOperator().get("/api/devices/" + device + "/binding").then().statusCode(404);
    owner.asks().get("/api/session").then().statusCode(401);
    assertThat(User.signIn(owner.name(), owner.password()).statusCode()).isEqualTo(401);
  }

  private ValidatableResponse share(String level) {
    return share(owner, level);
  }

  private ValidatableResponse share(User with, String level) {
    return asOperator()
        .body("{\"level\":\"" + level + "\"}")
        .put("/api/devices/" + device + "/shares/" + with.name())
        .then();
  }

  private ValidatableResponse desire() {
    return owner.asks().body("{\"power_switch\":1}").patch(twin + "/desired").then();
  }

  private ValidatableResponse timer() {
    return owner
        .asks()
        .body(
            """
            {"name":"t","timeZone":"UTC","rule":{"kind":"daily","at":"07:00"},
             "actions":[{"productId":"%s","name":"%s","values":{"power_switch":0}}]}
            """
                .formatted(device.productId(), device.deviceName()))
        .post("/api/timers")
        .then();
  }

  private void bind() {
    Sql.of(
            "insert into binding (product_id, name, owner, bound_at) values (?, ?, ?, now())",
            device.productId(),
            device.deviceName(),
            owner.name())
        .run(database);
  }

  private String alarm() {
    return "alarm-of-" + device.deviceName();
  }

  private void alarmAndEvent() {
    Sql.of(
            """
            insert into alarm (id, flow_id, product_id, name, episode, shadow, severity, title_en,
              title_zh, text_en, text_zh, reason, event_at, received_at, decided_at, hits,
              last_hit_at)
            values (?, 'f', ?, ?, 1, false, 'INFO', '', '', '', '', '', now(), now(), now(), 1, now())
            """,
            alarm(),
            device.productId(),
            device.deviceName())
        .run(database);
    Sql.of(
            """
            insert into history.event
              (product_id, device, at, received_at, place, token, event_id, kind, params)
            values (?, ?, now(), now(), 0, 't', 'status_report', 'INFO', '{}')
            """,
            device.productId(),
            device.deviceName())
        .run(database);
  }
}
