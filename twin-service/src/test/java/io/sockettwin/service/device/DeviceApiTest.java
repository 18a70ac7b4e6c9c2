package io.sockettwin.service.device;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void changesWhatIsNamedAndRemovesWhatIsNull() {
    asOperator()
        .body(
            """
            {"productId":"HRDG3CKWWZ","name":"patched","tags":["b","a","b"],"place":"Hall","alias":"落地灯",
             "position":{"latitude":31.2,"longitude":121.5},"timeZone":"Asia/Shanghai"}
            """)
        .post("/api/devices")
        .then()
        .statusCode(201)
        .body("tags", contains("a", "b"))
        .body("alias", equalTo("落地灯"));
    asOperator()
        .body("{\"place\":null,\"note\":\"heavy load\",\"position\":{\"latitude\":30}}")
        .patch("/api/devices/HRDG3CKWWZ/patched")
        .then()
        .statusCode(200)
        .body("place", nullValue())
        .body("note", equalTo("heavy load"))
        .body("position.latitude", equalTo(30f))
        .body("position.longitude", equalTo(121.5f))
        .body("timeZone", equalTo("Asia/Shanghai"))
        .body("alias", equalTo("落地灯"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timeZone\":\"Mars/Base\"} | timeZone",
        "{\"position\":{\"latitude\":91,\"longitude\":0}} | position.latitude",
        "{\"position\":{\"latitude\":1}} | position.longitude",
        "{\"tags\":[\"with blank\"]} | tags[0]",
        "{\"enabled\":null} | enabled",
        "{\"secret\":\"x\"} | secret",
        "{\"homeId\":\"7\"} | homeId",
        "{\"homeId\":\"00000000-0000-0000-0000-000000000000\"} | homeId",
        "{\"roomId\":\"00000000-0000-0000-0000-000000000000\"} | roomId"
      })
  void namesTheFieldThatDoesNotFit(String change, String field) {
    asOperator()
        .body(change)
        .patch("/api/devices/HRDG3CKWWZ/demo-socket")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void notesAReplacementAndGivesTheNewHardwareASecret() {
    String first =
        asOperator().body(device("replaced")).post("/api/devices").then().extract().path("secret");
    String second =
        asOperator()
            .body("{\"note\":\"relay burnt\"}")
            .post("/api/devices/HRDG3CKWWZ/replaced/replacements")
            .then()
            .statusCode(201)
            .body("replacement.note", equalTo("relay burnt"))
            .extract()
            .path("device.secret");
    assertThat(second).hasSize(24).isNotEqualTo(first);
    asOperator()
        .body("{\"keepSecret\":true}")
        .post("/api/devices/HRDG3CKWWZ/replaced/replacements")
        .then()
        .statusCode(201)
        .body("device.secret", nullValue());
    asOperator()
        .get("/api/devices/HRDG3CKWWZ/replaced/replacements")
        .then()
        .body("note", contains("", "relay burnt"));
  }

  @Test
  void changesManyDevicesAtOnce() {
    asOperator().body(device("many-1")).post("/api/devices").then().statusCode(201);
    asOperator().body(device("many-2")).post("/api/devices").then().statusCode(201);
    asOperator()
        .body(
            """
            {"devices":["HRDG3CKWWZ/many-1","HRDG3CKWWZ/nobody"],"addTags":["hot"],"enabled":false}
            """)
        .post("/api/devices/bulk")
        .then()
        .statusCode(200)
        .body("matched", equalTo(1))
        .body("changed", equalTo(1))
        .body("unknown", contains("HRDG3CKWWZ/nobody"));
    asOperator()
        .get("/api/devices/HRDG3CKWWZ/many-1")
        .then()
        .body("tags", contains("hot"))
        .body("enabled", equalTo(false))
        .body("version", equalTo(1));
    asOperator()
        .body("{\"where\":{\"prefix\":\"many-\"},\"dryRun\":true,\"delete\":true}")
        .post("/api/devices/bulk")
        .then()
        .body("matched", equalTo(2))
        .body("changed", equalTo(0));
    asOperator()
        .body("{\"where\":{\"prefix\":\"many-\"},\"delete\":true}")
        .post("/api/devices/bulk")
        .then()
        .body("changed", equalTo(2));
    asOperator().get("/api/devices/HRDG3CKWWZ/many-2").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"enabled\":false}", "{\"where\":{},\"enabled\":false}"})
  void changesManyOnlyWhereItIsSaidWhich(String change) {
    asOperator().body(change).post("/api/devices/bulk").then().statusCode(400);
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
