package io.sockettwin.service.production;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceInfoImage;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class ProductionApiTest {
  private static final String BATCHES = "/api/production/batches";

  @Inject DataSource database;
  @Inject BrokerPort port;

  private static String batch(String pattern, int count) {
    return asOperator()
        .body(
            Map.of("productId", "HRDG3CKWWZ", "pattern", pattern, "count", count, "note", "line 1"))
        .post(BATCHES)
        .then()
        .statusCode(201)
        .header("Location", startsWith("http"))
        .body("author", equalTo("operator key"))
        .extract()
        .path("id");
  }

  @Test
  void makesDevicesWhoseCredentialsAreTheSameInEveryForm() throws IOException {
    String batch = batch("line-a-####", 1_234);
    byte[] list =
        asOperator()
            .get(BATCHES + "/" + batch + "/device_info.txt")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .extract()
            .asByteArray();
    List<String> lines = new String(list, StandardCharsets.US_ASCII).lines().toList();
    assertThat(lines).hasSize(1_234);
    assertThat(lines.getFirst()).matches("HRDG3CKWWZ line-a-0001 [A-Za-z0-9+/]{22}==");
    assertThat(lines.getLast()).startsWith("HRDG3CKWWZ line-a-1234 ");
    assertThat(lines.stream().map(line -> line.split(" ", -1)[2]).distinct()).hasSize(1_234);

    Map<String, String> images = unzipped(batch);
    assertThat(images).hasSize(1_234);
    for (String line : lines) {
      String[] columns = line.split(" ", -1);
      assertThat(images.get(columns[1] + ".hex"))
          .isEqualTo(new DeviceInfoImage(columns[0], columns[1], columns[2]).hex());
    }
    asOperator()
        .get("/api/devices?batchId=" + batch + "&size=1")
        .then()
        .body("total", equalTo(1_234))
        .body("items[0].enabled", equalTo(true));
  }

  @Test
  void deletesABatchOnlyWhenItsDevicesAreGone() {
    String batch = batch("line-d-####", 3);
    asOperator()
        .delete(BATCHES + "/" + batch)
        .then()
        .statusCode(409)
        .body("code", equalTo("in-use"));
    asOperator()
        .body(Map.of("delete", true, "where", Map.of("batchId", batch)))
        .post("/api/devices/bulk")
        .then()
        .statusCode(200)
        .body("changed", equalTo(3));
    asOperator().delete(BATCHES + "/" + batch).then().statusCode(204);
    asOperator().get(BATCHES + "/" + batch).then().statusCode(404);
    asOperator().delete(BATCHES + "/" + batch).then().statusCode(404);
  }

  private static Map<String, String> unzipped(String batch) throws IOException {
    byte[] zipped = asOperator().get(BATCHES + "/" + batch + "/images.zip").asByteArray();
    Map<String, String> files = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.US_ASCII));
      }
    }
    return files;
  }

  @Test
  void aClosedBatchKeepsItsSecretsAndStillHasLabels() {
    String batch = batch("line-b-##", 3);
    asOperator().get(BATCHES + "/" + batch + "/credentials.csv").then().statusCode(200);
    asOperator().post(BATCHES + "/" + batch + "/close").then().statusCode(200);
    for (String file : List.of("device_info.txt", "credentials.csv", "images.zip")) {
      asOperator()
          .get(BATCHES + "/" + batch + "/" + file)
          .then()
          .statusCode(409)
          .body("code", equalTo("closed"));
    }
    byte[] sheet = asOperator().get(BATCHES + "/" + batch + "/labels.pdf").asByteArray();
    assertThat(new String(sheet, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    asOperator().get(BATCHES + "/" + batch + "/labels.zip").then().statusCode(200);
    asOperator()
        .get(BATCHES + "/" + batch + "/audit")
        .then()
        .body("downloads.kind", contains("labels.zip", "labels.pdf", "credentials.csv"))
        .body("downloads.author", hasItem("operator key"));
  }

  @Test
  void makesAllOfABatchOrNothing() {
    batch("line-c-##", 20);
    asOperator()
        .body(Map.of("productId", "HRDG3CKWWZ", "pattern", "line-c-##", "first", 15, "count", 30))
        .post(BATCHES)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
    asOperator().get("/api/devices?prefix=line-c-").then().body("total", equalTo(20));
  }

  @ParameterizedTest
  @CsvSource({
    "NOPRODUCT0, a-##, 1, productId",
    "HRDG3CKWWZ, plain, 1, pattern",
    "HRDG3CKWWZ, a-#, 10, count",
    "HRDG3CKWWZ, a-######, 100001, count"
  })
  void namesTheFieldThatDoesNotFit(String product, String pattern, int count, String field) {
    asOperator()
        .body(Map.of("productId", product, "pattern", pattern, "count", count))
        .post(BATCHES)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void auditsWhatBecameOfTheDevices() {
    String batch = batch("line-d-##", 4);
    DeviceKey clone = adopted("line-d-01");
    DeviceKey twice = adopted("line-d-02");
    oustEachOther(clone);
    try (Device device = Device.connect(twice, port.number())) {
      tellHardware(device, "AA:BB:CC:00:00:01");
      tellHardware(device, "AA:BB:CC:00:00:02");
      String audit = BATCHES + "/" + batch + "/audit";
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              asOperator()
                  .get(audit)
                  .then()
                  .body("devices", equalTo(4))
                  .body("activated", equalTo(2))
                  .body("neverSeen", equalTo(2))
                  .body("cloned", equalTo(1))
                  .body("burnedTwice", equalTo(1)));
      asOperator()
          .get(audit + "/devices?finding=burned-twice")
          .then()
          .body("items.name", contains("line-d-02"))
          .body("items[0].hardwareIds", contains("AA:BB:CC:00:00:01", "AA:BB:CC:00:00:02"));
      asOperator()
          .get(audit + "/devices?finding=cloned")
          .then()
          .body("items.name", contains("line-d-01"))
          .body("items[0].cloneEvidence", equalTo("connections oust each other"));
      asOperator()
          .get(audit + "/devices?finding=never-seen&size=1")
          .then()
          .body("items.name", contains("line-d-03"));
    }
    asOperator()
        .body("{\"keepSecret\":true}")
        .post("/api/devices/" + twice + "/replacements")
        .then()
        .statusCode(201);
    asOperator().get(BATCHES + "/" + batch + "/audit").then().body("burnedTwice", equalTo(0));
  }

  /// Takes a device of the batch on under a secret the test client has.
  private DeviceKey adopted(String name) {
    DeviceKey key = new DeviceKey("HRDG3CKWWZ", name);
    String batch =
        Sql.of("select batch_id from device where name = ?", name)
            .first(database, row -> row.getString(1))
            .orElseThrow();
    asOperator().delete("/api/devices/" + key).then().statusCode(204);
    Device.register(key);
    Sql.of("update device set batch_id = cast(? as uuid) where name = ?", batch, name)
        .run(database);
    return key;
  }

  @SuppressWarnings("resource") // each is ousted by the next
  private void oustEachOther(DeviceKey key) {
    for (int i = 0; i < 5; i++) {
      Device.connect(key, port.number());
    }
  }

  private static void tellHardware(Device device, String mac) {
    device.say(
        "property",
        "{\"method\":\"report_info\",\"clientToken\":\"i\",\"params\":{\"mac\":\"" + mac + "\"}}");
    JsonNode reply = device.hear();
    assertThat(reply.path("code").asInt(-1)).isZero();
  }
}
