package io.sockettwin.bench;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The service's REST interface, as its operator uses it.
final class Rest implements AutoCloseable {
  private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  private final URI address;
  private final Path serviceFolder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Rest(URI address, Path serviceFolder) {
    this.address = address;
    this.serviceFolder = serviceFolder;
  }

  boolean isReady() {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(address.resolve("q/health/ready")).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Registers a device.
  ///
  /// @return its secret
  String register(String productId, String name) {
    String body = "{\"productId\":\"%s\",\"name\":\"%s\"}".formatted(productId, name);
    return find(SECRET, send("POST", "api/devices", body, 201));
  }

  /// Wants values set.
  ///
  /// @return the control's id
  String control(String device, String values) {
    return find(ID, send("PATCH", "api/twins/" + device + "/desired", values, 202));
  }

  /// Sets a timer.
  void timer(String body) {
    send("POST", "api/timers", body, 201);
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return found.group(1);
  }

  private String send(String method, String path, String body, int expectedStatus) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path))
              .method(method, BodyPublishers.ofString(body))
              .header("Content-Type", "application/json")
              .header(
                  "Authorization",
                  "Bearer " + Files.readString(serviceFolder.resolve("access-key")).strip())
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != expectedStatus) {
        throw new IOException(method + " " + path + ": " + answer + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
