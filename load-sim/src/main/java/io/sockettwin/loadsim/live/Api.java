package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The service's REST interface. Calls block; they are made from virtual threads.
final class Api implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_DETAIL = 200;

  private final URI base;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /// What the service answered.
  record Answer(int status, JsonNode body) {
    boolean good() {
      return status / 100 == 2;
    }

    /// The problem it told, in a few words.
    String problem() {
      String detail = body.path("detail").asText(body.path("title").asText(""));
      return status + " " + detail.substring(0, Math.min(detail.length(), MAX_DETAIL));
    }
  }

  Api(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer post(String path, ObjectNode body) {
    return send(withBody("POST", path, body));
  }

  Answer patch(String path, ObjectNode body) {
    return send(withBody("PATCH", path, body));
  }

  Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  /// As [#get], for what must be answered.
  JsonNode require(String path) {
    Answer answer = get(path);
    if (answer.status() == 401 || answer.status() == 403) {
      throw new CannotRun(
          "the service refuses the access key: " + base + " answered " + answer.problem());
    }
    if (!answer.good()) {
      throw new CannotRun(base + path + " answered " + answer.problem());
    }
    return answer.body();
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest withBody(String method, String path, ObjectNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.toString()))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key)
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), json(response.body()));
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new CannotRun("the service cannot be reached at " + base + ": " + why, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("broken off", e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      @Nullable JsonNode node = body.length == 0 ? null : JSON.readTree(body);
      return node == null ? JsonNodeFactory.instance.objectNode() : node;
    } catch (IOException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
