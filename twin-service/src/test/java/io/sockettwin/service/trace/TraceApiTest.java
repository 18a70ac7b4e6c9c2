package io.sockettwin.service.trace;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.service.twin.Device;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class TraceApiTest {
  private static final String TOO_MUCH =
      "{\"method\":\"report\",\"clientToken\":\"t-1\",\"params\":{\"current\":21}}";

  @Inject BrokerPort port;
  @Inject Audience audience;

  @Test
  void showsBothDirectionsAndTheRuleThatRefused() throws Exception {
    DeviceKey key = Device.registered("watched");
    try (HttpClient client = HttpClient.newHttpClient();
        Device device = Device.connect(key, port.number());
        Stream<String> lines = live(client, key)) {
      Awaitility.await().until(() -> audience.isWatching(key));
      device.say("property", TOO_MUCH);
      Iterator<JsonNode> events = events(lines);
      JsonNode report = events.next();
      assertThat(report.path("direction").asText()).isEqualTo("up");
      assertThat(report.path("method").asText()).isEqualTo("report");
      assertThat(report.path("meaning").asText()).isEqualTo("reports current");
      assertThat(report.path("code").asInt()).isEqualTo(406);
      assertThat(report.path("refused").asText()).contains("current", "20");
      assertThat(report.path("payload").path("params").path("current").asInt()).isEqualTo(21);
      JsonNode reply = events.next();
      assertThat(reply.path("direction").asText()).isEqualTo("down");
      assertThat(reply.path("method").asText()).isEqualTo("report_reply");
      assertThat(reply.path("code").asInt()).isEqualTo(406);
    }
    // Somebody who left is noticed when the next message is written to her.
    try (Device device = Device.connect(key, port.number())) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            device.say("property", TOO_MUCH);
            return !audience.isWatching(key);
          });
    }
  }

  @Test
  void keepsMessagesWhileSwitchedOn() {
    DeviceKey key = Device.registered("kept");
    String messages = "/api/devices/" + key + "/messages";
    String log = "/api/devices/" + key + "/message-log";
    asOperator().body("{\"hours\":1}").put(log).then().statusCode(200).body("on", equalTo(true));
    try (Device device = Device.connect(key, port.number())) {
      device.say("property", TOO_MUCH);
      device.hear();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              asOperator()
                  .get(messages)
                  .then()
                  .statusCode(200)
                  .body("items.method", hasItems("report", "report_reply", "connected")));
      asOperator()
          .get(messages + "?refused=true&direction=up")
          .then()
          .body("items.method", contains("report"))
          .body("items.refused", hasItem(containsString("current")));
      asOperator().delete(log).then().statusCode(204);
      asOperator().get(log).then().body("on", equalTo(false));
    }
  }

  @Test
  void refusesALogWithoutEnd() {
    asOperator()
        .body("{\"hours\":169}")
        .put("/api/devices/HRDG3CKWWZ/demo-socket/message-log")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("hours"));
  }

  private static Stream<String> live(HttpClient client, DeviceKey key)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://localhost:" + RestAssured.port + "/api/devices/" + key + "/messages/live");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + Api.operatorKey())
            .header("Accept", "text/event-stream")
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
  }

  private static Iterator<JsonNode> events(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("data:"))
        .map(line -> json(line.substring("data:".length())))
        .filter(event -> !event.path("direction").asText().equals("session"))
        .iterator();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
