package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people and devices say to each other beyond reports and controls.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class ConversationTest {
  private static final String PRODUCT = "CONVERSE01";

  @Inject BrokerPort port;

  @BeforeEach
  void product() {
    Registry.product(
        PRODUCT, "/conformance-template.json", "disabled", "secret-of-the-conformance");
  }

  private static DeviceKey device(String name) {
    return Registry.device(PRODUCT, name);
  }

  private StockClient connected(DeviceKey device) {
    StockClient client = StockClient.connected(Level.V3_1_1, port.number(), device);
    // The twin hears of the connection in order with what the device says.
    client.report(device, "\"t\"", "{\"on\":1}");
    return client;
  }

  private static CompletableFuture<Response> act(DeviceKey device, String action, String input) {
    return CompletableFuture.supplyAsync(
        () -> Api.asOperator().body(input).post("/api/twins/" + device + "/actions/" + action));
  }

  private static String reply(JsonNode action, String more) {
    return "{\"method\":\"action_reply\",\"clientToken\":\"%s\",%s}"
        .formatted(action.path("clientToken").asText(), more);
  }

  // ---- actions

  @Test
  void actionIsAnsweredToTheCaller() {
    DeviceKey device = device("acts");
    try (StockClient client = connected(device)) {
      var called = act(device, "blink", "{\"times\":3}");
      JsonNode action = client.hear().json();
      assertThat(action.path("method").asText()).isEqualTo("action");
      assertThat(action.path("actionId").asText()).isEqualTo("blink");
      assertThat(action.path("timestamp").asLong()).isGreaterThan(1_700_000_000L);
      assertThat(action.path("params").toString()).isEqualTo("{\"times\":3}");
      client.publish(
          "$thing/up/action/" + device,
          reply(action, "\"code\":0,\"status\":\"done\",\"response\":{\"err_code\":0}"));
      called
          .join()
          .then()
          .statusCode(200)
          .body("code", equalTo(0))
          .body("status", equalTo("done"))
          .body("response.err_code", equalTo(0))
          .body("misfit", equalTo(null));
    }
  }

  @Test
  void outputsThatDoNotFitAndCodesOfTheDeviceArePassedOn() {
    DeviceKey device = device("acts-wrong");
    try (StockClient client = connected(device)) {
      var called = act(device, "blink", "{\"times\":3}");
      client.publish(
          "$thing/up/action/" + device,
          reply(client.hear().json(), "\"code\":-1,\"status\":\"no\",\"response\":{\"x\":9}"));
      called
          .join()
          .then()
          .statusCode(200)
          .body("code", equalTo(-1))
          .body("response.x", equalTo(9))
          .body("misfit", containsString("x"));
    }
  }

  @Test
  void actionWithoutAnAnswerTimesOutAndItsLateAnswerMeansNothing() {
    DeviceKey device = device("late");
    try (StockClient client = connected(device)) {
      var called =
          CompletableFuture.supplyAsync(() ->
              Api.asOperator()
                  .body("{\"times\":3}")
                  .post("/api/twins/" + device + "/actions/blink?timeoutSeconds=1"));
      JsonNode action = client.hear().json();
      called.join().then().statusCode(504).body("code", equalTo("device-timeout"));
      client.publish("$thing/up/action/" + device, reply(action, "\"code\":0"));
      assertThat(client.report(device, "\"t\"", "{\"on\":1}").path("code").asInt(-1)).isZero();
    }
  }

  @Test
  void deviceThatIsAwayAnswersAtOnceAndNothingIsQueued() {
    DeviceKey device = device("away");
    act(device, "blink", "{\"times\":3}")
        .join()
        .then()
        .statusCode(409)
        .body("code", equalTo("device-offline"));
    try (StockClient client = connected(device)) {
      assertThat(client.heardSoFar()).isEmpty();
    }
  }

  @Test
  void callerLearnsAtOnceThatTheDeviceLeft() {
    DeviceKey device = device("leaves-acting");
    try (StockClient client = connected(device)) {
      var called =
          CompletableFuture.supplyAsync(() ->
              Api.asOperator()
                  .body("{\"times\":3}")
                  .post("/api/twins/" + device + "/actions/blink?timeoutSeconds=60"));
      client.hear();
      client.disconnect();
      called.join().then().statusCode(409).body("code", equalTo("device-offline"));
    }
  }

  @Test
  void inputIsCheckedAgainstTheTemplate() {
    DeviceKey device = device("checks");
    act(device, "blink", "{\"times\":10}")
        .join()
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("input"))
        .body("errors[0].message", containsString("times value 10 out of range"));
    act(device, "blink", "{}").join().then().statusCode(400);
    act(device, "nothing", "{}").join().then().statusCode(404);
  }

  // ---- remote calls, raw bytes, broadcasts

  @Test
  void remoteCallReturnsTheBytesOfItsAnswer() {
    DeviceKey device = device("called");
    try (StockClient client = connected(device)) {
      client.subscribe("$rrpc/rxd/" + device + "/+");
      var called =
          CompletableFuture.supplyAsync(() ->
              Api.asOperator()
                  .contentType("application/octet-stream")
                  .body(new byte[] {1, 0, 2})
                  .post("/api/twins/" + device + "/call"));
      var call = client.hear();
      assertThat(call.payload()).containsExactly(1, 0, 2);
      String processId = call.topic().substring(call.topic().lastIndexOf('/') + 1);
      client.publish("$rrpc/txd/" + device + "/" + processId, new byte[] {3, 0}, 0, false);
      assertThat(called.join().then().statusCode(200).extract().asByteArray())
          .containsExactly(3, 0);
    }
  }

  @Test
  void rawBytesGoBothWaysAndTheLastAreKept() {
    DeviceKey device = device("raw");
    try (StockClient client = connected(device)) {
      client.subscribe("$thing/down/raw/" + device, 1);
      Api.asOperator()
          .contentType("application/octet-stream")
          .body(new byte[] {7, 0})
          .post("/api/twins/" + device + "/raw")
          .then()
          .statusCode(202);
      assertThat(client.hear().payload()).containsExactly(7, 0);
      client.publish("$thing/up/raw/" + device, new byte[5000], 1, false);
      client.publish(device + "/event", new byte[] {9}, 0, false);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              Api.asOperator()
                  .get("/api/twins/" + device + "/raw")
                  .then()
                  .body("$", hasSize(2))
                  .body("[0].topic", equalTo("USER_EVENT"))
                  .body("[0].payload", equalTo("CQ=="))
                  .body("[1].topic", equalTo("RAW_UP"))
                  .body("[1].sizeBytes", equalTo(5000)));
    }
  }

  @Test
  void broadcastReachesAllConnectedDevicesOfTheProduct() {
    DeviceKey one = device("hears-1");
    DeviceKey two = device("hears-2");
    device("hears-not");
    try (StockClient first = connected(one);
        StockClient second = connected(two)) {
      first.subscribe("$broadcast/rxd/" + one);
      second.subscribe("$broadcast/rxd/" + two);
      Api.asOperator()
          .contentType("application/octet-stream")
          .body("all".getBytes(StandardCharsets.UTF_8))
          .post("/api/products/" + PRODUCT + "/broadcast")
          .then()
          .statusCode(202);
      assertThat(first.hear().text()).isEqualTo("all");
      assertThat(second.hear().text()).isEqualTo("all");
    }
  }

  // ---- service topic

  @Test
  void bindTokenBindsTheDeviceToWhoeverAsked() {
    DeviceKey device = device("bound");
    String token =
        Api.asOperator().post("/api/bind-tokens").then().statusCode(201).extract().path("token");
    Api.asOperator().get("/api/bind-tokens/" + token).then().body("state", equalTo("WAITING"));
    try (StockClient client = connected(device)) {
      assertThat(bind(client, device, token).toString())
          .isEqualTo(
              "{\"method\":\"app_bind_token_reply\",\"clientToken\":\"d-1\",\"code\":0,"
                  + "\"status\":\"success\"}");
      assertThat(bind(client, device, token).path("code").asInt(-1)).as("again").isZero();
      assertThat(bind(client, device, "made up").path("code").asInt()).isEqualTo(404);
      Api.asOperator()
          .get("/api/bind-tokens/" + token)
          .then()
          .body("state", equalTo("BOUND"))
          .body("name", equalTo(device.deviceName()));
      String owner =
          Api.asOperator()
              .get("/api/devices/" + device + "/binding")
              .then()
              .extract()
              .path("owner");
      String me = Api.asOperator().get("/api/session").then().extract().path("name");
      assertThat(owner).isEqualTo(me);
      Api.asOperator().delete("/api/devices/" + device + "/binding").then().statusCode(204);
      assertThat(client.hear().json().path("method").asText()).isEqualTo("unbind_device");
      Api.asOperator().put("/api/devices/" + device + "/binding").then().statusCode(200);
      assertThat(client.hear().json().path("method").asText()).isEqualTo("bind_device");
    }
    DeviceKey thief = device("thief");
    try (StockClient client = connected(thief)) {
      assertThat(bind(client, thief, token).path("code").asInt()).isEqualTo(404);
    }
  }

  private static JsonNode bind(StockClient client, DeviceKey device, String token) {
    return client.ask(
        device,
        "service",
        "{\"method\":\"app_bind_token\",\"clientToken\":\"d-1\",\"params\":{\"token\":\"%s\"}}"
            .formatted(token));
  }

  @Test
  void unknownServicesAreRefusedAndTheModelIsGiven() {
    DeviceKey device = device("services");
    try (StockClient client = connected(device)) {
      for (String method : new String[] {"alert_fence_event", "get_user_avatar", "x"}) {
        JsonNode refused =
            client.ask(device, "service", "{\"method\":\"" + method + "\",\"clientToken\":\"s\"}");
        assertThat(refused.path("method").asText()).isEqualTo(method + "_reply");
        assertThat(refused.path("code").asInt(0)).isNotZero();
      }
      JsonNode model =
          client.ask(device, "service", "{\"method\":\"get_model_define\",\"clientToken\":\"s\"}");
      assertThat(model.path("code").asInt(-1)).isZero();
      assertThat(model.at("/model/properties")).hasSize(4);
    }
  }

  @Test
  void logIsOff() {
    DeviceKey device = device("logs");
    try (StockClient client = connected(device)) {
      client.subscribe("$log/operation/result/" + device);
      client.publish(
          "$log/operation/" + device, "{\"type\": \"get_log_level\", \"clientToken\": \"l\"}");
      var told = client.hear();
      assertThat(told.json().path("log_level").asInt(-1)).isZero();
      assertThat(told.payload().length).isLessThan(128);
    }
  }

  // ---- firmware

  @Test
  void firmwareOrderIsDeliveredFollowedAndDone() {
    DeviceKey device = device("updates");
    String order =
        """
        {"version":"1.3.0","url":"http://files.example.org/1.3.0.bin","sizeBytes":175436,\
        "md5":"ad46a5cbbbbb2fd3ad46a5cbbbbb2fd3"}\
        """;
    String path = "/api/twins/" + device + "/firmware";
    Api.asOperator().body(order).put(path).then().statusCode(200).body("state", equalTo("ORDERED"));
    try (StockClient client = connected(device)) {
      client.subscribe("$ota/update/" + device, 1);
      tell(client, device, "{\"type\": \"report_version\", \"report\":{\"version\":\"1.0.0\"}}");
      assertThat(client.hear().text())
          .isEqualTo(
              "{\"type\":\"report_version_rsp\",\"result_code\":0,\"result_msg\":\"success\"}");
      assertThat(client.hear().text())
          .isEqualTo(
              "{\"type\":\"update_firmware\",\"file_size\":175436,"
                  + "\"md5sum\":\"ad46a5cbbbbb2fd3ad46a5cbbbbb2fd3\","
                  + "\"url\":\"http://files.example.org/1.3.0.bin\",\"version\":\"1.3.0\"}");
      tell(client, device, progress("downloading", "10", "0"));
      becomes(path, "state", "DOWNLOADING");
      becomes(path, "percent", 10);
      tell(client, device, progress("burning", "100", "0"));
      becomes(path, "state", "BURNING");
      tell(client, device, "{\"type\": \"report_version\", \"report\":{\"version\":\"1.3.0\"}}");
      becomes(path, "state", "DONE");
      client.hear();
      Api.asOperator().body(order.replace("1.3.0", "1.4.0")).put(path).then().statusCode(200);
      assertThat(client.hear().json().path("version").asText()).as("at once").isEqualTo("1.4.0");
      tell(client, device, progress("fail", "0", "-4").replace("1.3.0", "1.4.0"));
      becomes(path, "state", "FAILED");
      Api.asOperator()
          .get(path)
          .then()
          .body("code", equalTo(-4))
          .body("status", equalTo("MD5 does not match"));
    }
    Api.asOperator().delete(path).then().statusCode(204);
    Api.asOperator()
        .body("{\"version\":\"1\",\"url\":\"ftp://x\",\"sizeBytes\":0,\"md5\":\"z\"}")
        .put(path)
        .then()
        .statusCode(400)
        .body("errors", hasSize(3));
  }

  private static void tell(StockClient client, DeviceKey device, String payload) {
    client.publish("$ota/report/" + device, payload.getBytes(StandardCharsets.UTF_8), 1, false);
  }

  private static String progress(String state, String percent, String code) {
    return """
    {"type":"report_progress","report":{"progress":{"state":"%s","percent":"%s",\
    "result_code":"%s","result_msg":""},"version":"1.3.0"}}\
    """
        .formatted(state, percent, code);
  }

  private static void becomes(String path, String field, Object value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> Api.asOperator().get(path).then().body(field, equalTo(value)));
  }
}
