package io.sockettwin.service.access;

import static io.sockettwin.service.Api.asOperator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names that hope to be pasted into SQL or into a page's template.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class InjectionApiTest {
  private static final List<String> HOSTILE =
      List.of(
          "x\"; drop table device; --",
          "x'); delete from app_user; --",
          "power_switch, (select secret from device)",
          "{device.secret}",
          "${java:os}",
          "{{constructor.constructor('1')()}}",
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "a\u0000b",
          "; select pg_sleep(10)");

  private final ObjectMapper json = new ObjectMapper();

  static Stream<String> hostile() {
    return HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noPropertyIsCalledThat(String name) throws IOException {
    JsonNode template =
        json.readTree(asOperator().get("/api/products/HRDG3CKWWZ/template").asString());
    ((ObjectNode) template.withArray("properties").get(0)).put("id", name);
    // What no text holds is left out first: a and b alone are a name.
    int status = name.indexOf(0) < 0 ? 400 : 200;
    asOperator()
        .body(template.toString())
        .post("/api/products/HRDG3CKWWZ/template/check")
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingIsAskedOrTakenOnUnderThatName(String name) {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "asked");
    if (asOperator().get("/api/devices/" + device).statusCode() == 404) {
      Device.register(device);
    }
    asOperator()
        .body(json.createObjectNode().put(name, 1).toString())
        .patch("/api/twins/" + device + "/desired")
        .then()
        .statusCode(400);
    for (String path :
        List.of(
            "/api/history/devices/" + device + "/reports?properties={name}",
            "/api/history/events?eventId={name}",
            "/api/devices?prefix={name}",
            "/api/devices?tag={name}",
            "/api/alarms?q={name}",
            "/api/audit?route={name}",
            "/api/timers?name={name}",
            "/api/users/{name}",
            "/api/twins/HRDG3CKWWZ/{name}",
            "/api/alarms/{name}",
            "/api/devices?after={name}")) {
      String asked = path.replace("{name}", URLEncoder.encode(name, UTF_8).replace("+", "%20"));
      int status = asOperator().urlEncodingEnabled(false).get(asked).statusCode();
      assertThat(status).as(asked).isLessThan(500);
    }
  }

  @Test
  void whatIsSaidIsKeptToTheLetter() {
    for (String name : HOSTILE.subList(0, 6)) {
      String id =
          asOperator()
              .body(json.createObjectNode().put("name", name).put("timeZone", "UTC").toString())
              .post("/api/homes")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      asOperator().get("/api/homes/" + id).then().body("name", equalTo(name));
    }
    asOperator().get("/api/devices/HRDG3CKWWZ/demo-socket").then().statusCode(200);
    asOperator().get("/api/users/admin").then().statusCode(200);
  }
}
