package io.sockettwin.service.commandline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine.Option;

/// Where the service is, and the key that opens it.
final class Connection {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Making 100 000 devices takes a while.
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final int ATTEMPTS = 3;

  @Option(names = "--url", description = "The service, ${DEFAULT-VALUE} by default")
  URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key-file",
      description = "The file with the access key, ${DEFAULT-VALUE} by default")
  Path keyFile = Path.of("data/access-key");

  JsonNode get(String path) {
    return answer(request(path).GET().build(), 1);
  }

  JsonNode post(String path) {
    return answer(request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), 1);
  }

  /// Creates something. With a key it is safe to try again when the answer got lost.
  JsonNode create(String path, JsonNode body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return answer(request, ATTEMPTS);
  }

  Path download(String path, Path file) {
    HttpResponse<Path> response =
        send(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(file), 1);
    if (response.statusCode() != 200) {
      throw new CommandFailed(sentence(response.statusCode(), read(file)));
    }
    return file;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + read(keyFile).strip());
  }

  private JsonNode answer(HttpRequest request, int attempts) {
    HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString(), attempts);
    if (response.statusCode() / 100 != 2) {
      throw new CommandFailed(sentence(response.statusCode(), response.body()));
    }
    return json(response.body());
  }

  private <T> HttpResponse<T> send(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, int attempts) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, handler);
    } catch (IOException e) {
      if (attempts > 1) {
        return send(request, handler, attempts - 1);
      }
      throw new CommandFailed(url + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted.");
    }
  }

  /// What a problem says, field by field.
  private static String sentence(int status, String body) {
    JsonNode problem = json(body);
    StringBuilder sentence = new StringBuilder(problem.path("detail").asText("Status " + status));
    for (JsonNode flaw : problem.path("errors")) {
      sentence
          .append(System.lineSeparator())
          .append(flaw.path("field").asText())
          .append(' ')
          .append(flaw.path("message").asText());
    }
    return sentence.toString();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new CommandFailed("The answer is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailed("Cannot read " + file + ": " + e.getMessage());
    }
  }
}
