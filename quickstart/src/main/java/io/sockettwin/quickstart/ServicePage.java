package io.sockettwin.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the running service answers over HTTP.
final class ServicePage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;
  private final Path accessKey;

  ServicePage(URI address, Path accessKey) {
    this.address = address;
    this.accessKey = accessKey;
  }

  boolean isReady() throws InterruptedException {
    return answers("q/health/ready", "");
  }

  /// The only member of a twin that is called `online` and holds a truth value.
  boolean isOnline(Credentials device) throws InterruptedException {
    return answers("api/twins/" + device.product() + "/" + device.name(), "\"online\":true");
  }

  private boolean answers(String path, String expected) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    try {
      if (Files.exists(accessKey)) {
        request.header("Authorization", "Bearer " + Files.readString(accessKey).strip());
      }
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains(expected);
    } catch (IOException e) {
      // Not listening yet.
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
