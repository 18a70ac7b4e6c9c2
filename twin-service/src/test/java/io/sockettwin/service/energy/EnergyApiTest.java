package io.sockettwin.service.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class EnergyApiTest {
  private final Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);

  @Inject Ingest ingest;

  private void reads(String device, int minute, double kwh) throws Exception {
    reads(device, day.plus(minute, ChronoUnit.MINUTES), kwh);
  }

  private void reads(String device, Instant at, double kwh) throws Exception {
    CountDownLatch committed = new CountDownLatch(1);
    byte[] bytes =
        "{\"method\":\"report\",\"clientToken\":\"t\",\"params\":{\"total_kwh\":%s}}"
            .formatted(kwh)
            .getBytes(StandardCharsets.UTF_8);
    ingest.accept(new Arrival("$thing/up/property/" + device, bytes, at, committed::countDown));
    assertThat(committed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static String device(String name) {
    Api.asOperator()
        .body(Map.of("productId", "HRDG3CKWWZ", "name", name))
        .post("/api/devices")
        .then()
        .statusCode(201);
    return "HRDG3CKWWZ/" + name;
  }

  /// Without the note the first lower reading would be doubted until another confirms it.
  @Test
  void replacedHardwareCountsOnFromTheLifetimeOnce() throws Exception {
    String device = device("goes-on");
    reads(device, 0, 100);
    reads(device, 60, 101);
    for (int said = 1; said <= 2; said++) {
      Api.asOperator()
          .header("Idempotency-Key", "one-replacement-of-" + device)
          .body("{\"keepSecret\":true}")
          .post("/api/devices/" + device + "/replacements")
          .then()
          .statusCode(201);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            Api.asOperator().get("/api/energy/" + device).then().body("counterJumps", equalTo(1)));
    reads(device, Instant.now(), 0.05);
    Api.asOperator()
        .get("/api/energy/" + device)
        .then()
        .statusCode(200)
        .body("lifetimeKwh", equalTo(101.05f))
        .body("counterJumps", equalTo(1));
  }

  @Test
  void energyHasACostByTheTariffOfTheDevice() throws Exception {
    String device = device("costs");
    reads(device, 0, 100);
    reads(device, 60, 101);
    reads(device, 120, 103);
    String path = "/api/energy/" + device;
    Api.asOperator()
        .body(
            "{\"currency\":\"EUR\",\"rates\":[{\"validFrom\":\"2020-01-01\",\"pricePerKwh\":0.30,"
                + "\"bands\":[{\"from\":\"01:00\",\"to\":\"06:00\",\"pricePerKwh\":0.20}]}]}")
        .put("/api/tariffs/night")
        .then()
        .statusCode(200)
        .body("version", equalTo(0));
    Api.asOperator().body("{\"tariffId\":\"night\"}").put(path + "/tariff").then().statusCode(204);
    Api.asOperator()
        .queryParam("from", day.toString())
        .queryParam("to", day.plus(2, ChronoUnit.HOURS).toString())
        .queryParam("period", "hour")
        .get(path)
        .then()
        .statusCode(200)
        .body("lifetimeKwh", equalTo(103f))
        .body("kwh", equalTo(3f))
        .body("cost", equalTo(0.7f))
        .body("currency", equalTo("EUR"))
        .body("periods.kwh", contains(1f, 2f))
        .body("periods.cost", contains(0.3f, 0.4f));
    String csv =
        Api.asOperator()
            .accept("text/csv")
            .queryParam("from", day.toString().substring(0, 10))
            .queryParam("to", day.plus(1, ChronoUnit.DAYS).toString().substring(0, 10))
            .get(path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines()).hasSize(2).last().asString().endsWith(",3.000000,0.700000,EUR");
    Api.asOperator().delete("/api/tariffs/night").then().statusCode(409);
    Api.asOperator().delete(path + "/tariff").then().statusCode(204);
    Api.asOperator().delete("/api/tariffs/night").then().statusCode(204);
    Api.asOperator().get(path).then().statusCode(200).body("cost", nullValue());
  }

  @Test
  void tariffChangesOnlyFromTheVersionSeen() {
    String tariff =
        "{\"currency\":\"CNY\",\"rates\":[{\"validFrom\":\"2026-01-01\",\"pricePerKwh\":0.5}]}";
    String tag =
        Api.asOperator()
            .body(tariff)
            .put("/api/tariffs/seen")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    Api.asOperator()
        .body(tariff)
        .header("If-Match", tag)
        .put("/api/tariffs/seen")
        .then()
        .statusCode(200);
    Api.asOperator()
        .body(tariff)
        .header("If-Match", tag)
        .put("/api/tariffs/seen")
        .then()
        .statusCode(412);
    Api.asOperator().get("/api/tariffs").then().statusCode(200).body("id", hasItem("seen"));
    Api.asOperator().get("/api/tariffs/nobodys").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'currency':'XYZ','rates':[{'validFrom':'2026-01-01','pricePerKwh':1}]}; currency",
        "{'currency':'EUR','rates':[]}; rates",
        "{'currency':'EUR','rates':[{'validFrom':'2026-01-01','pricePerKwh':-1}]}; rates[0].pricePerKwh",
        "{'currency':'EUR','rates':[{'validFrom':'2026-01-01','pricePerKwh':1,'bands':[{'from':'01:10',"
            + "'to':'02:00','pricePerKwh':1}]}]}; rates[0].bands[0]",
        "{'currency':'EUR','rates':[{'validFrom':'2026-01-01','pricePerKwh':1},{'validFrom':'2026-01-01',"
            + "'pricePerKwh':2}]}; rates"
      })
  void wrongTariffIsRefusedByName(String tariff, String field) {
    Api.asOperator()
        .body(tariff.replace('\'', '"'))
        .put("/api/tariffs/wrong")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource({"period, week", "from, today", "to, 1990-01-01"})
  void whatCannotBeAnsweredIsNamed(String parameter, String value) {
    Api.asOperator()
        .queryParam(parameter, value)
        .get("/api/energy/HRDG3CKWWZ/demo-socket")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(parameter));
  }

  @Test
  void tariffThatIsNotThereCannotBeGiven() {
    Api.asOperator()
        .body("{\"tariffId\":\"none\"}")
        .put("/api/energy/HRDG3CKWWZ/demo-socket/tariff")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("tariffId"));
  }
}
