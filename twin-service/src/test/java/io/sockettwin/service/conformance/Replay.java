package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.sockettwin.service.Api;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A recorded session once more, the client's half byte for byte but for its product: whatever let
/// the real client go on must come again. What the stand-in cloud did of itself, a control or an
/// action, is asked for by REST; its token is another one, so the client's answers get that.
final class Replay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeviceKey device;
  private final StockClient client;
  private final List<StockClient.Heard> heard = new ArrayList<>();
  private final Map<String, String> tokens = new HashMap<>();
  private @Nullable CompletableFuture<Response> action;

  /// What was answered.
  int answers;

  private Replay(DeviceKey device, StockClient client) {
    this.device = device;
    this.client = client;
  }

  /// Plays the session to its end.
  ///
  /// @return how many answers of the cloud were compared
  static int of(Capture.Session session, DeviceKey device, int port) {
    wishBefore(session, device);
    try (StockClient client = StockClient.open(Level.V3_1_1, port)) {
      Credentials login = session.connect().login();
      assertThat(client.connect(login.clientId(), login.userName(), login.password())).isZero();
      Replay replay = new Replay(device, client);
      session.steps().forEach(replay::play);
      return replay.answers;
    }
  }

  /// What the client finds pending was wished while it was away.
  private static void wishBefore(Capture.Session session, DeviceKey device) {
    for (Capture.Step step : session.steps()) {
      if (step instanceof Capture.Step.Answered(_, String payload)) {
        JsonNode control = json(payload).at("/data/control");
        if (control.isObject()) {
          Registry.desire(device, control.toString());
        }
      }
    }
  }

  private void play(Capture.Step step) {
    switch (step) {
      case Capture.Step.Connect _ -> throw new AssertionError("two CONNECTs");
      case Capture.Step.Subscribe(String filter, int qos) ->
          assertThat(client.subscribe(filter, qos)).as(filter).isEqualTo(qos);
      case Capture.Step.Unsubscribe(String filter) -> client.unsubscribe(filter);
      case Capture.Step.Disconnect() -> client.disconnect();
      case Capture.Step.Said(String topic, int qos, byte[] payload) -> say(topic, qos, payload);
      case Capture.Step.Answered(String topic, String payload) -> answered(topic, json(payload));
    }
  }

  private void say(String topic, int qos, byte[] payload) {
    String text = new String(payload, StandardCharsets.ISO_8859_1);
    for (var token : tokens.entrySet()) {
      text = text.replace(token.getKey(), token.getValue());
    }
    client.publish(topic, text.getBytes(StandardCharsets.ISO_8859_1), qos, false);
    if (qos > 0) {
      Packet acknowledged = client.answer();
      assertThat(acknowledged).as("PUBACK").isNotNull();
      assertThat(acknowledged.type()).isEqualTo(Packet.PUBACK);
    }
    if (text.contains("\"action_reply\"") && action != null) {
      action.join().then().statusCode(200);
    }
  }

  private void answered(String topic, JsonNode recorded) {
    switch (recorded.path("method").asText()) {
      case "control" -> {
        String id = Registry.desire(device, recorded.path("params").toString());
        tokens.put(recorded.path("clientToken").asText(), id);
        assertThat(next(topic, "control", id).path("params")).isEqualTo(recorded.path("params"));
      }
      case "action" -> {
        String path = "/api/twins/" + device + "/actions/" + recorded.path("actionId").asText();
        String input = recorded.path("params").toString();
        action =
            CompletableFuture.supplyAsync(
                () -> Api.asOperator().body(input).post(path + "?timeoutSeconds=30"));
        JsonNode ours = next(topic, "action", "");
        assertThat(ours.path("params")).isEqualTo(recorded.path("params"));
        tokens.put(recorded.path("clientToken").asText(), ours.path("clientToken").asText());
      }
      case String method -> compare(topic, method, recorded);
    }
    answers++;
  }

  private void compare(String topic, String method, JsonNode recorded) {
    JsonNode ours = next(topic, method, recorded.path("clientToken").asText());
    for (String member : List.of("code", "status", "type", "result_code")) {
      assertThat(ours.path(member)).as("%s of %s", member, ours).isEqualTo(recorded.path(member));
    }
    assertThat(ours.at("/data/control")).isEqualTo(recorded.at("/data/control"));
    // The Java client throws away a reply without data, the Python client needs all three times.
    recorded
        .fieldNames()
        .forEachRemaining(name -> assertThat(ours.has(name)).as("%s of %s", name, ours).isTrue());
  }

  /// The next message of this kind; others stay for later.
  private JsonNode next(String topic, String method, String token) {
    while (true) {
      for (StockClient.Heard each : heard) {
        JsonNode json = each.json();
        if (each.topic().equals(topic)
            && json.path("method").asText().equals(method)
            && (token.isEmpty() || json.path("clientToken").asText().equals(token))) {
          heard.remove(each);
          return json;
        }
      }
      heard.add(client.hear());
    }
  }

  private static JsonNode json(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(payload, e);
    }
  }
}
