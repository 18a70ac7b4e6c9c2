package io.sockettwin.service.home;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.device.Whereabouts;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class HomeApiTest {
  @Inject Whereabouts whereabouts;

  private static String home(String name) {
    return asOperator()
        .body("{\"name\":\"" + name + "\",\"timeZone\":\"Asia/Shanghai\"}")
        .post("/api/homes")
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .extract()
        .path("id");
  }

  private static String room(String homeId, String name) {
    return asOperator()
        .body("{\"name\":\"" + name + "\"}")
        .post("/api/homes/" + homeId + "/rooms")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void devicesLiveInRoomsOfHomesAndInTheirTimeZone() {
    String home = home("Lakeside");
    String kitchen = room(home, "Kitchen");
    String elsewhere = room(home("Hillside"), "Kitchen");
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "at-home");
    asOperator()
        .body("{\"productId\":\"HRDG3CKWWZ\",\"name\":\"at-home\",\"homeId\":\"" + home + "\"}")
        .post("/api/devices")
        .then()
        .statusCode(201);
    assertThat(whereabouts.timeZone(device)).contains(ZoneId.of("Asia/Shanghai"));
    String path = "/api/devices/HRDG3CKWWZ/at-home";
    asOperator()
        .body("{\"roomId\":\"" + elsewhere + "\"}")
        .patch(path)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("roomId"));
    asOperator().body("{\"roomId\":\"" + kitchen + "\"}").patch(path).then().statusCode(200);
    asOperator()
        .get("/api/devices?homeId=" + home + "&roomId=" + kitchen)
        .then()
        .body("items.name", contains("at-home"));

    asOperator().delete("/api/homes/" + home + "/rooms/" + kitchen).then().statusCode(204);
    asOperator().get(path).then().body("roomId", nullValue()).body("homeId", equalTo(home));
    asOperator().delete("/api/homes/" + home).then().statusCode(204);
    asOperator().get(path).then().statusCode(200).body("homeId", nullValue());
    assertThat(whereabouts.timeZone(device)).isEmpty();
  }

  @Test
  void changesOnlyTheVersionTheClientSaw() {
    String home = home("Versioned");
    asOperator()
        .header("If-Match", "\"0\"")
        .body("{\"note\":\"old wiring\"}")
        .patch("/api/homes/" + home)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("timeZone", equalTo("Asia/Shanghai"));
    asOperator()
        .header("If-Match", "\"0\"")
        .body("{\"note\":\"new wiring\"}")
        .patch("/api/homes/" + home)
        .then()
        .statusCode(412);
  }

  @Test
  void aRoomsNameIsItsOwnWithinTheHome() {
    String home = home("Crowded");
    room(home, "Bath");
    asOperator()
        .body("{\"name\":\"Bath\"}")
        .post("/api/homes/" + home + "/rooms")
        .then()
        .statusCode(409)
        .body("errors[0].field", equalTo("name"));
  }

  @Test
  void refusesATimeZoneThatIsNone() {
    asOperator()
        .body("{\"name\":\"x\",\"timeZone\":\"+08:00\"}")
        .post("/api/homes")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("timeZone"));
  }
}
