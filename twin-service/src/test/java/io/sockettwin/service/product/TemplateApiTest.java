package io.sockettwin.service.product;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class TemplateApiTest {
  private static final String TEMPLATE =
      """
      {"version":"1.0","properties":[%s
        {"id":"on","name":"%s","desc":"","mode":"rw","define":{"type":"bool","mapping":{"0":"关","1":"开"}}}],
       "events":[],"actions":[]}
      """;

  private static final String LEVEL =
      """
      {"id":"level","name":"Level","desc":"","mode":"r",
       "define":{"type":"int","min":"0","max":"%d","start":"0","step":"1","unit":""}},
      """;

  @Inject DataSource database;

  private static void create(String id) {
    asOperator()
        .body(
            "{\"id\":\"%s\",\"name\":{\"en\":\"L\",\"zh\":\"灯\"},\"template\":%s}"
                .formatted(id, TEMPLATE.formatted(LEVEL.formatted(100), "On")))
        .post("/api/products")
        .then()
        .statusCode(201);
  }

  /// A device whose twin last said level 80.
  private void deviceAtLevel80(String id) {
    asOperator()
        .body("{\"productId\":\"" + id + "\",\"name\":\"d\"}")
        .post("/api/devices")
        .then()
        .statusCode(201);
    Sql.of(
            "insert into twin select product_id, name, 1, '{\"level\":{\"v\":80,\"t\":0}}', '{}',"
                + " '[]', false, 0, now(), '' from device where product_id = ?",
            id)
        .run(database);
  }

  @Test
  void takesTheVendorsFileInAChineseEncoding() {
    create("TMPL000001");
    byte[] file =
        TEMPLATE.formatted(LEVEL.formatted(100), "电源开关").getBytes(Charset.forName("GB18030"));
    asOperator()
        .contentType("application/octet-stream")
        .body(file)
        .queryParam("note", "from the console")
        .put("/api/products/TMPL000001/template")
        .then()
        .statusCode(200)
        .body("templateVersion", equalTo(2));
    asOperator()
        .get("/api/products/TMPL000001/template")
        .then()
        .body("properties.name", hasItem("电源开关"));
    asOperator()
        .get("/api/products/TMPL000001/templates")
        .then()
        .body("items.number", contains(2, 1))
        .body("items[0].author", equalTo("operator key"))
        .body("items[0].note", equalTo("from the console"));
  }

  @Test
  void keepsAVersionOnlyOfWhatIsDifferent() {
    create("TMPL000002");
    String same = TEMPLATE.formatted(LEVEL.formatted(100), "On").replace("\n", " ");
    asOperator()
        .body(same)
        .put("/api/products/TMPL000002/template")
        .then()
        .statusCode(200)
        .body("templateVersion", equalTo(1));
  }

  @Test
  void refusesWhatWouldBreakForDevicesUnlessForced() {
    create("TMPL000003");
    deviceAtLevel80("TMPL000003");
    String narrower = TEMPLATE.formatted(LEVEL.formatted(50), "On");
    asOperator()
        .body(narrower)
        .post("/api/products/TMPL000003/template/check")
        .then()
        .statusCode(200)
        .body("compatible", equalTo(false))
        .body("devices", equalTo(1))
        .body("differences[0].path", equalTo("properties.level"))
        .body("differences[0].losingTwins", equalTo(1));
    asOperator()
        .body(narrower)
        .put("/api/products/TMPL000003/template")
        .then()
        .statusCode(409)
        .body("code", equalTo("incompatible"))
        .body("errors[0].field", equalTo("template.properties.level"));
    asOperator()
        .body(narrower)
        .put("/api/products/TMPL000003/template?force=true")
        .then()
        .statusCode(200)
        .body("templateVersion", equalTo(2));
  }

  @Test
  void alwaysTakesAddedProperties() {
    create("TMPL000004");
    deviceAtLevel80("TMPL000004");
    String more =
        TEMPLATE.formatted(
            LEVEL.formatted(100) + LEVEL.formatted(9).replace("level", "stage"), "On");
    asOperator()
        .body(more)
        .put("/api/products/TMPL000004/template")
        .then()
        .statusCode(200)
        .body("templateVersion", equalTo(2));
  }

  @Test
  void goesBackToAnOlderVersionWithANewOne() {
    create("TMPL000005");
    asOperator()
        .body(TEMPLATE.formatted("", "On").getBytes(StandardCharsets.UTF_8))
        .put("/api/products/TMPL000005/template")
        .then()
        .statusCode(200);
    asOperator()
        .get("/api/products/TMPL000005/templates/2/differences?from=1")
        .then()
        .body("path", contains("properties.level"))
        .body("kind", contains("REMOVED"));
    asOperator()
        .post("/api/products/TMPL000005/templates/1/restore")
        .then()
        .statusCode(200)
        .body("templateVersion", equalTo(3))
        .body("template.properties.id", contains("level", "on"));
  }

  @Test
  void saysWhereAFileIsWrong() {
    create("TMPL000006");
    asOperator()
        .body("{\"properties\":[{\"id\":\"9\"}]}")
        .put("/api/products/TMPL000006/template")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("template.properties[0].id"));
  }
}
