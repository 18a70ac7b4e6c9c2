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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The service's REST interface. Calls block; they are made from virtual threads.
final class Api implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// All devices of a run are made and deleted in one request each.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MAX_DETAIL = 200;

  /// A service that is busy says so, and is asked again.
  private static final int BUSY = 503;

  private static final int MAX_ATTEMPTS = 30;
  private static final Duration PAUSE = Duration.ofMillis(200);

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
    Answer answer = patiently(path);
    if (answer.status() == 401 || answer.status() == 403) {
      throw new CannotRun(
          "the service refuses the access key: " + base + " answered " + answer.problem());
    }
    if (!answer.good()) {
      throw new CannotRun(base + path + " answered " + answer.problem());
    }
    return answer.body();
  }

  private Answer patiently(String path) {
    Answer answer = get(path);
    for (int i = 1; i < MAX_ATTEMPTS && answer.status() == BUSY; i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = get(path);
    }
    return answer;
  }

  /// As [#require], for an answer that is not JSON.
  String requireText(String path) {
    HttpResponse<byte[]> response = exchange(request(path, "text/plain").GET().build());
    if (response.statusCode() / 100 != 2) {
      throw new CannotRun(base + path + " answered " + answer(response).problem());
    }
    return new String(response.body(), StandardCharsets.UTF_8);
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
    return request(path, "application/json");
  }

  private HttpRequest.Builder request(String path, String accepted) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key)
        .header("Accept", accepted);
  }

  private Answer send(HttpRequest request) {
    return answer(exchange(request));
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), json(response.body()));
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
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
