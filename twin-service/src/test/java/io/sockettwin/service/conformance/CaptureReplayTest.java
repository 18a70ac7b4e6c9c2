package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.service.seal.Seal;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationReply;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each stock client's recorded session, replayed as that client.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class CaptureReplayTest {
  private static final DeviceKey DEVICE = new DeviceKey(Registry.SOCKET, "socket001");
  private static final String PRODUCT_SECRET = "hzvf5LF9S0isvBhDSauWMaIk";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource URI http;
  @Inject BrokerPort port;
  @Inject Seal seal;
  @Inject DataSource database;

  private ObjectNode before;

  /// The samples of the SDKs have lights and toys besides the socket.
  @BeforeEach
  void deviceOfTheSamples() throws IOException {
    String path = "/api/products/" + Registry.SOCKET;
    ObjectNode product = (ObjectNode) JSON.readTree(Api.asOperator().get(path).asString());
    ObjectNode template = (ObjectNode) product.get("template");
    before = product.deepCopy();
    if (template.get("actions") == null || template.get("actions").isEmpty()) {
      ObjectNode samples = (ObjectNode) JSON.readTree(Registry.resource("/samples-template.json"));
      ((ArrayNode) template.get("properties")).addAll((ArrayNode) samples.get("properties"));
      template.set("actions", samples.get("actions"));
      change(product, template, "disabled");
    }
    Api.asOperator().delete("/api/devices/" + DEVICE);
    Registry.device(DEVICE.productId(), DEVICE.deviceName());
  }

  @AfterEach
  void socketAsItWas() throws SQLException {
    Api.asOperator().delete("/api/devices/" + DEVICE);
    change(before, (ObjectNode) before.get("template"), "disabled");
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update product set version = ? where id = ?")) {
      update.setInt(1, before.get("version").asInt());
      update.setString(2, Registry.SOCKET);
      update.executeUpdate();
    }
  }

  private static void change(ObjectNode product, ObjectNode template, String registration) {
    ObjectNode draft = JSON.createObjectNode();
    draft.set("name", product.get("name"));
    draft.set("template", template);
    draft.put("registration", registration);
    Api.asOperator()
        .body(draft.toString())
        .put("/api/products/" + Registry.SOCKET + "?force=true")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"c-sdk-notls.txt, 5", "java-sdk-junit.txt, 1", "socket-firmware-mqtt.txt, 2"})
  void everyAnswerLetsTheRealClientGoOn(String file, int sessions) {
    Capture capture = Capture.read(file);
    assertThat(capture.sessions()).hasSize(sessions);
    int answers = 0;
    for (Capture.Session session : capture.sessions()) {
      answers += Replay.of(session, DEVICE, port.number());
    }
    long recorded =
        capture.sessions().stream()
            .flatMap(session -> session.steps().stream())
            .filter(Capture.Step.Answered.class::isInstance)
            .count();
    assertThat(answers).isEqualTo((int) recorded);
  }

  @Test
  void everyRecordedRegistrationIsGranted() throws Exception {
    String path = "/api/products/" + Registry.SOCKET;
    ObjectNode product = (ObjectNode) JSON.readTree(Api.asOperator().get(path).asString());
    ObjectNode template = (ObjectNode) product.get("template");
    setProductSecret();
    change(product, template, "pre-created");
    List<String> lines = Capture.lines("dynreg.txt");
    int granted = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(">> POST ")) {
        int blank = i + lines.subList(i, lines.size()).indexOf("");
        String request = lines.get(i).substring(lines.get(i).indexOf("POST"));
        String head = request + " HTTP/1.1\n" + String.join("\n", lines.subList(i + 1, blank));
        byte[] body = lines.get(blank + 1).getBytes(StandardCharsets.UTF_8);
        byte[] reply = RawHttp.post(http, head, body);
        assertThat(RegistrationReply.read(reply, ProductSecret.parse(PRODUCT_SECRET).orElseThrow()))
            .as(new String(reply, StandardCharsets.UTF_8))
            .isPresent();
        granted++;
      }
    }
    assertThat(granted).isEqualTo(3);
  }

  private void setProductSecret() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update product set secret = ? where id = ?")) {
      update.setBytes(1, seal.seal(PRODUCT_SECRET, "product " + Registry.SOCKET));
      update.setString(2, Registry.SOCKET);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
