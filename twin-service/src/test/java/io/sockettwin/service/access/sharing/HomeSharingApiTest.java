package io.sockettwin.service.access.sharing;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.User;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class HomeSharingApiTest {
  @Inject DataSource database;

  private User owner;
  private DeviceKey device;
  private String twin;

  @BeforeEach
  void somebodyAndADevice(TestInfo test) {
    owner = User.of("owner");
    device = Device.registered("h-" + Integer.toHexString(test.getDisplayName().hashCode()));
    twin = "/api/twins/" + device;
  }

  @Test
  void aHomeBringsItsDevicesToThoseWhoWereInvited() {
    String home =
        owner
            .asks()
            .body("{\"name\":\"Lakeside\",\"timeZone\":\"Asia/Shanghai\"}")
            .post("/api/homes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    User guest = User.of("owner");
    guest.asks().get("/api/homes/" + home).then().statusCode(404);
    String code =
        owner
            .asks()
            .body("{\"level\":\"control\"}")
            .post("/api/homes/" + home + "/invitations")
            .then()
            .statusCode(201)
            .extract()
            .path("code");
    accept(guest, code.toUpperCase(Locale.ROOT)).statusCode(200).body("home", contains("Lakeside"));
    accept(User.of("owner"), code).statusCode(400).body("errors.field", contains("code"));

    asOperator().body("{\"homeId\":\"" + home + "\"}").patch("/api/devices/" + device);
    guest.asks().get("/api/devices").then().body("items.name", contains(device.deviceName()));
    guest.asks().body("{\"power_switch\":1}").patch(twin + "/desired").then().statusCode(202);
    guest.asks().body("{\"name\":\"Mine\"}").patch("/api/homes/" + home).then().statusCode(403);
    guest.asks().get("/api/homes/" + home + "/members").then().body("user", hasItem(owner.name()));

    owner.asks().delete("/api/homes/" + home + "/members/" + guest.name()).then().statusCode(204);
    guest.asks().get(twin).then().statusCode(404);
    guest.asks().get("/api/homes").then().body("items", empty());
    owner
        .asks()
        .delete("/api/account/memberships/" + home)
        .then()
        .statusCode(409)
        .body("code", equalTo("in-use"));
  }

  @Test
  void nobodyPutsADeviceIntoAHomeThatIsNotTheirs() {
    String home =
        asOperator()
            .body("{\"name\":\"Elsewhere\",\"timeZone\":\"UTC\"}")
            .post("/api/homes")
            .then()
            .extract()
            .path("id");
    bind();
    owner
        .asks()
        .body("{\"homeId\":\"" + home + "\"}")
        .patch("/api/devices/" + device)
        .then()
        .statusCode(400)
        .body("errors.field", contains("homeId"));
    // Where it stays, it may be without being a member.
    asOperator().body("{\"homeId\":\"" + home + "\"}").patch("/api/devices/" + device);
    owner.asks().body("{\"note\":\"hi\"}").patch("/api/devices/" + device).then().statusCode(200);
  }

  private static ValidatableResponse accept(User user, String code) {
    return user.asks().body("{\"code\":\"" + code + "\"}").post("/api/account/memberships").then();
  }

  private void bind() {
    Sql.of(
            "insert into binding (product_id, name, owner, bound_at) values (?, ?, ?, now())",
            device.productId(),
            device.deviceName(),
            owner.name())
        .run(database);
  }
}
