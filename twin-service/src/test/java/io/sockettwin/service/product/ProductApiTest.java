package io.sockettwin.service.product;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class ProductApiTest {
  private static final String LAMP =
      """
      {"id":"%s","name":{"en":"Lamp","zh":"灯"},"template":{"version":"1.0","properties":[
        {"id":"on","name":"On","desc":"","mode":"rw","required":true,
         "define":{"type":"bool","mapping":{"0":"off","1":"on"}}}],"events":[],"actions":[]}}
      """;

  @Test
  void knowsTheSocketFromTheFirstStart() {
    asOperator()
        .get("/api/products/HRDG3CKWWZ")
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("name.en", equalTo("Smart socket"))
        .body("name.zh", equalTo("智能插座"))
        .body("template.properties[0].names.en", equalTo("Switch"))
        .body("secret", nullValue());
  }

  @Test
  void exportsTheTemplateInTheVendorsForm() {
    asOperator()
        .get("/api/products/HRDG3CKWWZ/template")
        .then()
        .statusCode(200)
        .body("properties.id", hasItem("count_down"))
        .body("properties[0].names", nullValue())
        .body("properties[1].define.max", equalTo("20"));
  }

  @Test
  void showsTheSecretOnceAtCreation() {
    asOperator()
        .body(LAMP.formatted("LAMP000001"))
        .post("/api/products")
        .then()
        .statusCode(201)
        .header("Location", matchesPattern(".*/api/products/LAMP000001"))
        .body("secret", matchesPattern("[A-Za-z0-9]{24}"))
        .body("registration", equalTo("disabled"));
    asOperator().get("/api/products/LAMP000001").then().body("secret", nullValue());
  }

  @Test
  void refusesASecondProductOfTheSameId() {
    asOperator().body(LAMP.formatted("LAMP000002")).post("/api/products").then().statusCode(201);
    asOperator()
        .body(LAMP.formatted("LAMP000002"))
        .post("/api/products")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
  }

  @Test
  void changesOnlyTheVersionTheClientSaw() {
    asOperator().body(LAMP.formatted("LAMP000003")).post("/api/products").then().statusCode(201);
    String changed = LAMP.formatted("LAMP000003").replace("Lamp", "Reading lamp");
    asOperator()
        .header("If-Match", "\"0\"")
        .body(changed)
        .put("/api/products/LAMP000003")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name.en", equalTo("Reading lamp"));
    asOperator()
        .header("If-Match", "\"0\"")
        .body(changed)
        .put("/api/products/LAMP000003")
        .then()
        .statusCode(412)
        .body("code", equalTo("changed-meanwhile"));
  }

  @Test
  void deletesAProductWithoutDevicesOnly() {
    asOperator().body(LAMP.formatted("LAMP000004")).post("/api/products").then().statusCode(201);
    String device = "{\"productId\":\"LAMP000004\",\"name\":\"a\"}";
    asOperator().body(device).post("/api/devices").then().statusCode(201);
    asOperator()
        .delete("/api/products/LAMP000004")
        .then()
        .statusCode(409)
        .body("code", equalTo("in-use"));
    asOperator().delete("/api/devices/LAMP000004/a").then().statusCode(204);
    asOperator().delete("/api/products/LAMP000004").then().statusCode(204);
    asOperator().get("/api/products/LAMP000004").then().statusCode(404);
  }

  @Test
  void saysWhereATemplateIsWrong() {
    asOperator()
        .body(LAMP.formatted("LAMP000005").replace("\"bool\"", "\"boolean\""))
        .post("/api/products")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid"))
        .body("errors[0].field", equalTo("template.properties[0].define.type"));
  }

  @Test
  void listsInParts() {
    asOperator().body(LAMP.formatted("LAMP000006")).post("/api/products").then().statusCode(201);
    var first = asOperator().get("/api/products?size=1").then().statusCode(200).extract();
    asOperator()
        .get("/api/products?size=1&after=" + first.<String>path("next"))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))));
  }

  @Test
  void changesRegistrationAndPanelAlone() {
    asOperator().body(LAMP.formatted("LAMP000007")).post("/api/products").then().statusCode(201);
    asOperator()
        .body(
            """
            {"registration":"auto-create","registrationLimit":5,"panel":{"hidden":["on"]}}
            """)
        .patch("/api/products/LAMP000007")
        .then()
        .statusCode(200)
        .body("registration", equalTo("auto-create"))
        .body("registrationLimit", equalTo(5))
        .body("panel.hidden[0]", equalTo("on"))
        .body("name.en", equalTo("Lamp"))
        .body("templateVersion", equalTo(1));
    asOperator()
        .body("{\"registrationLimit\":-1}")
        .patch("/api/products/LAMP000007")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("registrationLimit"));
  }

  @Test
  void renewsTheSecretAndShowsItOnce() {
    String first =
        asOperator()
            .body(LAMP.formatted("LAMP000008"))
            .post("/api/products")
            .then()
            .extract()
            .path("secret");
    asOperator()
        .post("/api/products/LAMP000008/secret")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("secret", matchesPattern("[A-Za-z0-9]{24}"))
        .body("secret", not(equalTo(first)));
    asOperator().get("/api/products/LAMP000008").then().body("secret", nullValue());
  }
}
