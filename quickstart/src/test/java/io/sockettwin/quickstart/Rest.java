package io.sockettwin.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/// The service's REST interface, as its operator uses it.
record Rest(URI address, Path accessKey) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode get(String path) {
    return send("GET", path, "", 200);
  }

  JsonNode post(String path, String body) {
    return send("POST", path, body, 201);
  }

  JsonNode patch(String path, String body) {
    return send("PATCH", path, body, 202);
  }

  private JsonNode send(String method, String path, String body, int expectedStatus) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path))
              .method(method, BodyPublishers.ofString(body))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + Files.readString(accessKey).strip())
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != expectedStatus) {
        throw new AssertionError(method + " " + path + ": " + answer + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
