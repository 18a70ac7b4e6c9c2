package io.sockettwin.service.fleet;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The fleet as a whole, over REST.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class FleetApiTest {
  private static final String PRODUCT = "HRDG3CKWWZ";

  @Test
  void countsDevicesByState() {
    asOperator()
        .get("/api/fleet")
        .then()
        .statusCode(200)
        .body("products.productId", hasItem(PRODUCT))
        .body("products.find { it.productId == '" + PRODUCT + "' }.never", greaterThan(0))
        .body("now.at", notNullValue())
        .body("hops.hop", hasItems("message", "alarm", "handover", "delivery", "timer"));
    asOperator().get("/api/fleet/pulse").then().statusCode(200).body("size()", greaterThan(0));
  }

  @Test
  void mapsOneLetterToEachDevice() {
    asOperator()
        .body(Map.of("productId", PRODUCT, "name", "fleet-mapped"))
        .post("/api/devices")
        .then()
        .statusCode(201);
    var map =
        asOperator().queryParam("productId", PRODUCT).get("/api/fleet/map").then().statusCode(200);
    List<String> names = map.extract().path("names");
    String states = map.extract().path("states");
    int total = map.extract().path("total");
    assertThat(states).hasSize(names.size());
    assertThat(total).isEqualTo(names.size());
    assertThat(states.charAt(names.indexOf("fleet-mapped"))).isEqualTo('n');
    asOperator().get("/api/fleet/map").then().statusCode(400);
  }
}
