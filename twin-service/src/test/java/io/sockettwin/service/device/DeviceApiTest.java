package io.sockettwin.service.device;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.startup.SecretFile;
import io.sockettwin.wire.DeviceSecret;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DeviceApiTest {
  private static String device(String name) {
    return "{\"productId\":\"HRDG3CKWWZ\",\"name\":\"" + name + "\"}";
  }

  @Test
  void leavesTheDemoDevicesCredentialsInTheDataFolder() {
    String line = new SecretFile(Api.folder().resolve("demo-device.txt")).read().orElseThrow();
    assertThat(line).matches("HRDG3CKWWZ demo-socket \\S{24}");
    asOperator()
        .get("/api/devices/HRDG3CKWWZ/demo-socket")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true));
  }

  @Test
  void showsASecretTheFirmwareCanHoldOnceAtCreation() {
    String secret =
        asOperator()
            .body(device("once"))
            .post("/api/devices")
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .extract()
            .path("secret");
    assertThat(DeviceSecret.parse(secret).orElseThrow().key()).hasSize(16);
    asOperator().get("/api/devices/HRDG3CKWWZ/once").then().body("secret", nullValue());
  }

  @Test
  void refusesADeviceOfNoProduct() {
    asOperator()
        .body("{\"productId\":\"NOPRODUCT0\",\"name\":\"a\"}")
        .post("/api/devices")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("productId"));
  }

  @Test
  void refusesNamesDevicesCannotHave() {
    asOperator()
        .body(device("a/b"))
        .post("/api/devices")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo("name"));
  }

  @Test
  void refusesASecretThatIsNotBase64() {
    asOperator()
        .body("{\"productId\":\"HRDG3CKWWZ\",\"name\":\"bad\",\"secret\":\"?\"}")
        .post("/api/devices")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("secret"));
  }

  @Test
  void disablesAndDeletes() {
    asOperator().body(device("gone")).post("/api/devices").then().statusCode(201);
    asOperator()
        .body("{\"enabled\":false}")
        .patch("/api/devices/HRDG3CKWWZ/gone")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("enabled", equalTo(false));
    asOperator()
        .header("If-Match", "\"0\"")
        .delete("/api/devices/HRDG3CKWWZ/gone")
        .then()
        .statusCode(412);
    asOperator().delete("/api/devices/HRDG3CKWWZ/gone").then().statusCode(204);
    asOperator().get("/api/devices/HRDG3CKWWZ/gone").then().statusCode(404);
  }

  @Test
  void listsTheDevicesOfAProduct() {
    asOperator()
        .get("/api/devices?productId=HRDG3CKWWZ")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("demo-socket"));
    asOperator().get("/api/devices?productId=OTHER00000").then().body("total", equalTo(0));
  }
}
