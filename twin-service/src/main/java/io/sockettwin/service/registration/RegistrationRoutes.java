package io.sockettwin.service.registration;

import io.sockettwin.service.rate.AddressRate;
import io.sockettwin.wire.RegistrationDialect;
import io.sockettwin.wire.RegistrationError;
import io.sockettwin.wire.RegistrationRequest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// The two paths that devices post to. Below REST on purpose: stock clients send a Content-Type
/// that lies and an Accept that is malformed (protocol section 19, item 26), and the exact bytes of
/// the body are signed.
@Singleton
class RegistrationRoutes {
  private static final Logger LOG = Logger.getLogger(RegistrationRoutes.class);

  private final Vertx vertx;
  private final Registrar registrar;
  private final RegistrationMetrics metrics;
  private final AddressRate rate;

  RegistrationRoutes(
      Vertx vertx, Registrar registrar, RegistrationMetrics metrics, RegistrationConfig config) {
    this.vertx = vertx;
    this.registrar = registrar;
    this.metrics = metrics;
    this.rate = new AddressRate(config.requestsPerSecondAndAddress());
  }

  /// Puts them beside pages and REST, open to whoever knows a product secret.
  void open(@Observes Router router) {
    addTo(router);
  }

  void addTo(Router router) {
    for (RegistrationDialect dialect : RegistrationDialect.values()) {
      router.post(dialect.path()).handler(context -> read(dialect, context.request()));
    }
  }

  private void read(RegistrationDialect dialect, HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    request.handler(chunk -> {
      // What is too long is read to its end and not kept, so that the client gets its answer.
      if (body.length() <= RegistrationRequest.MAX_BODY_BYTES) {
        body.appendBuffer(chunk);
      }
    });
    request.endHandler(end -> decide(dialect, request, body.getBytes()));
    request.resume();
  }

  private void decide(RegistrationDialect dialect, HttpServerRequest request, byte[] body) {
    Instant now = Instant.now();
    var _ =
        vertx
            .executeBlocking(() -> decide(dialect, request, body, now), false)
            .otherwise(failure -> {
              LOG.errorf("A registration failed: %s", failure);
              return new Verdict.Refused(RegistrationError.INTERNAL);
            })
            .onSuccess(verdict -> answer(dialect, request.response(), verdict));
  }

  private Verdict decide(
      RegistrationDialect dialect, HttpServerRequest request, byte[] body, Instant now) {
    if (!rate.take(address(request), System.nanoTime())) {
      return new Verdict.Refused(RegistrationError.TOO_MANY);
    }
    return parse(dialect, request, body)
        .map(parsed -> registrar.decide(parsed, now))
        .orElse(new Verdict.Refused(RegistrationError.BAD_PARAMETER));
  }

  private static Optional<RegistrationRequest> parse(
      RegistrationDialect dialect, HttpServerRequest request, byte[] body) {
    return switch (dialect) {
      case V1 -> RegistrationRequest.parseV1(body);
      case V2 ->
          RegistrationRequest.parseV2(
              header(request, "Host"),
              header(request, "X-TC-Algorithm"),
              header(request, "X-TC-Timestamp"),
              header(request, "X-TC-Nonce"),
              header(request, "X-TC-Signature"),
              body);
    };
  }

  private static String header(HttpServerRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private static InetAddress address(HttpServerRequest request) {
    try {
      return InetAddress.getByName(request.remoteAddress().hostAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a peer without an address", e);
    }
  }

  /// HTTP status is 200 either way; `Content-Length` is what the C client waits for (protocol
  /// section 11.1).
  private void answer(RegistrationDialect dialect, HttpServerResponse response, Verdict verdict) {
    metrics.answered(verdict);
    response.putHeader("Content-Type", "application/json");
    var _ = response.end(Buffer.buffer(verdict.reply(dialect, UUID.randomUUID().toString())));
  }
}
