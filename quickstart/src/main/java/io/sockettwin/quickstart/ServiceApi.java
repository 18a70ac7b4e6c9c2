package io.sockettwin.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

/// The service's REST interface, asked with the operator's key.
final class ServiceApi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final JsonMapper json = new JsonMapper();
  private final Place place;

  ServiceApi(Place place) {
    this.place = place;
  }

  boolean isReady() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(uri("q/health/ready")).build()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  /// What the service answers; an [IOException] when it refuses.
  JsonNode get(String path) throws IOException, InterruptedException {
    return understood(asOperator(path).build());
  }

  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    return understood(
        asOperator(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder asOperator(String path) throws IOException {
    String key = Files.readString(place.accessKey()).strip();
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
  }

  private URI uri(String path) {
    return place.page().resolve(path);
  }

  private JsonNode understood(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw new IOException(request.uri() + " answers " + response.statusCode());
    }
    return json.readTree(response.body());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
