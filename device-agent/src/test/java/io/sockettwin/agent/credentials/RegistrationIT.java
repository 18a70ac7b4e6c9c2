package io.sockettwin.agent.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sockettwin.agent.credentials.Registration.Outcome;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationDialect;
import io.sockettwin.wire.RegistrationError;
import io.sockettwin.wire.RegistrationReply;
import io.sockettwin.wire.RegistrationRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registration over HTTP, with a gateway that checks signatures as the real one does.
class RegistrationIT {

  private static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  private static final ProductSecret SECRET =
      ProductSecret.parse("hzvf5LF9S0isvBhDSauWMaIk").orElseThrow();
  private static final DeviceSecret GRANTED = DeviceSecret.of(new byte[] {9, 8, 7});
  private static final ServiceAddress SERVICE = new ServiceAddress("pi.local", 1883);

  @TempDir private Path folder;

  private HttpServer gateway;
  private volatile Function<RegistrationRequest, byte[]> answer =
      request ->
          request.verify(SECRET)
              ? RegistrationReply.granted(RegistrationDialect.V2, SECRET, GRANTED, "r-1")
              : refused(RegistrationError.BAD_SIGNATURE);

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/device/register", this::register);
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  @Test
  void obtainsTheSecretOfItsDevice() throws InterruptedException {
    assertThat(registration(SECRET).ask()).isEqualTo(new Outcome.Granted(GRANTED));
  }

  @Test
  void saysWhyItIsRefused() throws InterruptedException {
    ProductSecret wrong = ProductSecret.parse("wrong-but-long-enough").orElseThrow();

    Outcome.Refused refused = (Outcome.Refused) registration(wrong).ask();
    assertThat(refused.sentence()).contains("bad signature").doesNotContain("wrong-but");
  }

  @Test
  void saysThatSomethingElseAnswered() throws InterruptedException {
    answer = request -> "<html>hello</html>".getBytes(StandardCharsets.UTF_8);

    assertThat(registration(SECRET).ask()).isInstanceOf(Outcome.Unanswered.class);
  }

  @Test
  void saysThatNobodyAnswered() throws InterruptedException {
    Registration registration = registration(SECRET);
    gateway.stop(0);

    assertThat(registration.ask()).isInstanceOf(Outcome.Unanswered.class);
  }

  @Test
  void theSocketBecomesWhatWasGrantedAndAsksNoMore() throws IOException {
    List<Optional<Account>> changes = new CopyOnWriteArrayList<>();
    PairedFile file = new PairedFile(folder);
    try (Pairing pairing = new Pairing(file, null, changes::add)) {
      pairing.start();
      pairing.register(registration(SECRET), SERVICE);

      Account expected = new Account(new Identity(DEVICE, GRANTED), SERVICE);
      await().until(() -> changes.equals(List.of(Optional.of(expected))));
      assertThat(file.load()).hasValue(expected);
    }
  }

  @Test
  void asksAgainUntilItIsGranted() throws IOException {
    Function<RegistrationRequest, byte[]> well = answer;
    answer =
        request -> {
          answer = well;
          return "busy".getBytes(StandardCharsets.UTF_8);
        };
    List<Identity> granted = new CopyOnWriteArrayList<>();
    Registrar registrar = Registrar.start(registration(SECRET), granted::add);

    await().until(() -> granted.equals(List.of(new Identity(DEVICE, GRANTED))));
    registrar.close();
  }

  private Registration registration(ProductSecret secret) {
    return new Registration(
        DEVICE, secret, URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()));
  }

  private void register(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    byte[] reply =
        RegistrationRequest.parseV2(
                headers.getFirst("Host"),
                headers.getFirst("X-TC-Algorithm"),
                headers.getFirst("X-TC-Timestamp"),
                headers.getFirst("X-TC-Nonce"),
                headers.getFirst("X-TC-Signature"),
                exchange.getRequestBody().readAllBytes())
            .map(request -> answer.apply(request))
            .orElseGet(() -> refused(RegistrationError.BAD_PARAMETER));
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private static byte[] refused(RegistrationError error) {
    return RegistrationReply.refused(RegistrationDialect.V2, error, "r-1");
  }
}
