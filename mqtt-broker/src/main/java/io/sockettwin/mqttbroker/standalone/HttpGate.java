package io.sockettwin.mqttbroker.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Login;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks twin-service about a login, in the format of EMQX's HTTP authenticator, so that an EMQX can
/// ask at the same place. Whatever is not a clear answer is an exception, hence a refusal.
final class HttpGate implements Gate {

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final URI url;
  private final String secret;
  private final HttpClient http;
  private final JsonMapper json = new JsonMapper();

  HttpGate(URI url, String secret) {
    this.url = url;
    this.secret = secret;
    this.http = HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();
  }

  @Override
  public Admission admit(Login login) throws IOException, InterruptedException {
    var question =
        json.createObjectNode()
            .put("clientid", login.clientId())
            .put("username", login.username())
            .put("password", login.password())
            .put("peerhost", login.remoteAddress());
    var request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER_PATIENCE)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + secret)
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(question)))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != OK) {
      throw new IOException("%s answers %d".formatted(url, response.statusCode()));
    }
    JsonNode answer = json.readTree(response.body());
    return HttpAnswer.read(answer);
  }
}
