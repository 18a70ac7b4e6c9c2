package io.sockettwin.service.group;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class GroupApiTest {
  @Test
  void devicesJoinAndLeaveGroups() {
    String device = "{\"productId\":\"HRDG3CKWWZ\",\"name\":\"grouped\"}";
    asOperator().body(device).post("/api/devices").then().statusCode(201);
    String group = group("Heaters");
    String change = "{\"devices\":[\"HRDG3CKWWZ/grouped\"],\"%s\":\"%s\"}";
    asOperator()
        .body(change.formatted("joinGroup", group))
        .post("/api/devices/bulk")
        .then()
        .statusCode(200)
        .body("changed", equalTo(1));
    asOperator()
        .get("/api/devices?groupId=" + group)
        .then()
        .body("items.name", contains("grouped"));
    asOperator()
        .body(change.formatted("joinGroup", group))
        .post("/api/devices/bulk")
        .then()
        .body("changed", equalTo(0));
    asOperator()
        .body(change.formatted("leaveGroup", group))
        .post("/api/devices/bulk")
        .then()
        .body("changed", equalTo(1));
    asOperator().get("/api/devices?groupId=" + group).then().body("total", equalTo(0));
  }

  @Test
  void aNameIsItsOwn() {
    String group = group("Pumps");
    asOperator()
        .body("{\"name\":\"Pumps\"}")
        .post("/api/groups")
        .then()
        .statusCode(409)
        .body("errors[0].field", equalTo("name"));
    asOperator()
        .body("{\"name\":\"Fans\"}")
        .patch("/api/groups/" + group)
        .then()
        .statusCode(200)
        .body("name", equalTo("Fans"));
    asOperator().delete("/api/groups/" + group).then().statusCode(204);
    asOperator().get("/api/groups/" + group).then().statusCode(404);
  }

  private static String group(String name) {
    return asOperator()
        .body("{\"name\":\"" + name + "\"}")
        .post("/api/groups")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
