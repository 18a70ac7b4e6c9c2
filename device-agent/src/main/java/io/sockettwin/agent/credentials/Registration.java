package io.sockettwin.agent.credentials;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationDialect;
import io.sockettwin.wire.RegistrationReply;
import io.sockettwin.wire.RegistrationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Asks the service for this device's secret, by the secret all devices of the product share
/// (protocol section 11.2).
///
/// @param gateway scheme, host and port of the service's registration
public record Registration(DeviceKey device, ProductSecret productSecret, URI gateway) {

  /// What came of asking.
  public sealed interface Outcome {
    record Granted(DeviceSecret secret) implements Outcome {}

    /// The service does not want to; asking again soon is pointless.
    record Refused(String sentence) implements Outcome {}

    /// Nobody answered, or something else than a service did.
    record Unanswered(String sentence) implements Outcome {}
  }

  private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  /// A reply holds at most two PEM texts, encrypted and in Base64.
  private static final int MAX_REPLY_BYTES = 64 * 1024;

  public Outcome ask() throws InterruptedException {
    RegistrationRequest request =
        RegistrationRequest.signV2(
            device,
            productSecret,
            Hmac.SHA256,
            gateway.getHost(),
            Instant.now().getEpochSecond(),
            ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
    // Used once in a socket's life, so nothing of it is kept.
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_TIME).build()) {
      HttpResponse<InputStream> response = client.send(post(request), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return outcome(response.statusCode(), body.readNBytes(MAX_REPLY_BYTES));
      }
    } catch (IOException e) {
      return new Outcome.Unanswered("cannot reach " + gateway);
    }
  }

  private HttpRequest post(RegistrationRequest request) {
    return HttpRequest.newBuilder(gateway.resolve(RegistrationDialect.V2.path()))
        .timeout(ANSWER_TIME)
        .header("Content-Type", "application/json")
        .header("X-TC-Algorithm", request.method().id())
        .header("X-TC-Timestamp", Long.toString(request.timestampSeconds()))
        .header("X-TC-Nonce", request.nonce())
        .header("X-TC-Signature", request.signature())
        .POST(BodyPublishers.ofByteArray(request.body()))
        .build();
  }

  private Outcome outcome(int status, byte[] reply) {
    Optional<DeviceSecret> secret = RegistrationReply.read(reply, productSecret);
    if (secret.isPresent()) {
      return new Outcome.Granted(secret.get());
    }
    return RegistrationReply.refusal(reply)
        .<Outcome>map(error -> new Outcome.Refused(gateway + " refuses: " + error.message()))
        .orElseGet(() -> new Outcome.Unanswered(gateway + " answers with status " + status));
  }
}
