package io.sockettwin.service.device;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DeviceListApiTest {
  private static void create(String name, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("productId", "HRDG3CKWWZ");
    body.put("name", name);
    asOperator().body(body).post("/api/devices").then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "-name", "createdAt", "-createdAt"})
  void goesThroughAListWithoutRepeatingOrSkipping(String sort) {
    String prefix = "walk" + Math.floorMod(sort.hashCode(), 1_000) + "-";
    List<String> made = IntStream.range(0, 7).mapToObj(i -> prefix + i).toList();
    made.forEach(name -> create(name, Map.of()));
    String list = "/api/devices?prefix=" + prefix + "&size=3&sort=" + sort;
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      var part =
          asOperator()
              .get(next == null ? list : list + "&after=" + next)
              .then()
              .statusCode(200)
              .body("total", next == null ? equalTo(7) : nullValue())
              .extract();
      seen.addAll(part.path("items.name"));
      next = part.path("next");
    } while (next != null);
    assertThat(seen).isEqualTo(sort.startsWith("-") ? made.reversed() : made);
  }

  @Test
  void filtersByEverythingAtOnce() {
    create("filter-1", Map.of("tags", List.of("red", "lamp"), "enabled", true));
    create("filter-2", Map.of("tags", List.of("red"), "enabled", false));
    asOperator()
        .get("/api/devices?prefix=filter-&tag=red&enabled=false&state=never&activated=false")
        .then()
        .statusCode(200)
        .body("items.name", contains("filter-2"));
    asOperator()
        .get("/api/devices?tag=red&tag=lamp")
        .then()
        .body("items.name", contains("filter-1"));
    asOperator().get("/api/devices?prefix=filter_").then().body("total", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "sort=age, sort",
    "state=here, state",
    "homeId=1, homeId",
    "size=0, size",
    "size=201, size",
    "after=nonsense, after",
    "after=AAAA, after"
  })
  void namesTheParameterThatIsWrong(String query, String field) {
    asOperator()
        .get("/api/devices?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo(field));
  }
}
