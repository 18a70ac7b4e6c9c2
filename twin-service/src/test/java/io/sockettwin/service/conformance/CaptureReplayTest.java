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
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationReply;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each stock client's recorded session, replayed as that client.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class CaptureReplayTest {
  private static final DeviceKey DEVICE = new DeviceKey(Moved.PRODUCT, "socket001");
  private static final String PRODUCT_SECRET = "hzvf5LF9S0isvBhDSauWMaIk";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource URI http;
  @Inject BrokerPort port;

  @BeforeEach
  void deviceOfTheSamples() throws IOException {
    Registry.productOf(Moved.PRODUCT, template(), "pre-created", PRODUCT_SECRET);
    Api.asOperator().delete("/api/devices/" + DEVICE);
    Registry.device(DEVICE.productId(), DEVICE.deviceName());
  }

  /// The samples of the SDKs have lights and toys besides the socket.
  private static String template() throws IOException {
    ObjectNode template = (ObjectNode) JSON.readTree(Registry.resource("/socket-template.json"));
    ObjectNode samples = (ObjectNode) JSON.readTree(Registry.resource("/samples-template.json"));
    ((ArrayNode) template.get("properties")).addAll((ArrayNode) samples.get("properties"));
    template.set("actions", samples.get("actions"));
    return template.toString();
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
  void everyRecordedRegistrationIsGranted() {
    ProductSecret secret = ProductSecret.parse(PRODUCT_SECRET).orElseThrow();
    List<String> lines = Capture.lines("dynreg.txt");
    int granted = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(">> POST ")) {
        int blank = i + lines.subList(i, lines.size()).indexOf("");
        String first = lines.get(i).substring(lines.get(i).indexOf("POST")) + " HTTP/1.1\n";
        String head = first + String.join("\n", lines.subList(i + 1, blank));
        Moved.Request request = Moved.registration(head, lines.get(blank + 1), secret);
        byte[] reply = RawHttp.post(http, request.head(), request.bytes());
        assertThat(RegistrationReply.read(reply, secret))
            .as(new String(reply, StandardCharsets.UTF_8))
            .isPresent();
        granted++;
      }
    }
    assertThat(granted).isEqualTo(3);
  }
}
