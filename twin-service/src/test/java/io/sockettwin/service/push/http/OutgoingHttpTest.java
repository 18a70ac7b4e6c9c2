package io.sockettwin.service.push.http;

import static io.sockettwin.service.push.Endpoint.dawdles;
import static io.sockettwin.service.push.Endpoint.resets;
import static io.sockettwin.service.push.Endpoint.says;
import static io.sockettwin.service.push.Endpoint.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.push.Endpoint;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutgoingHttpTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Endpoint endpoint = new Endpoint();
  private final List<String> lookedUp = new ArrayList<>();

  @AfterEach
  void close() {
    endpoint.close();
  }

  @AfterAll
  static void closeAll() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  private OutgoingHttp http(Duration patience, InetAddress... addresses) {
    return new OutgoingHttp(
        VERTX.createHttpClient(OutgoingHttp.options()),
        TargetRules.of(List.of("127.0.0.0/8")),
        host -> {
          lookedUp.add(host);
          return addresses.length == 0 ? List.of(InetAddress.getByName(host)) : List.of(addresses);
        },
        LONG,
        patience);
  }

  private Answer post(OutgoingHttp http, String path) {
    return http.post(
        Request.json(URI.create(endpoint.url() + path), Map.of("x-test", "1"), "{\"a\":1}"));
  }

  @Test
  void sendsTheRequestAndBringsTheAnswer() {
    endpoint.then(says(201, Map.of("X-Id", "7"), "fine"));
    var answer = (Answer.Received) post(http(LONG), "/hook?key=a%26b");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("x-id")).contains("7");
    assertThat(answer.body()).isEqualTo("fine");
    assertThat(endpoint.heard.getFirst().target()).isEqualTo("/hook?key=a%26b");
    assertThat(endpoint.heard.getFirst().body()).isEqualTo("{\"a\":1}");
    assertThat(endpoint.heard.getFirst().headers()).containsEntry("x-test", "1");
  }

  @Test
  void connectsToTheVeryAddressThatWasJudged() {
    OutgoingHttp http = http(LONG, HERE);
    URI uri = URI.create("http://hooks.example:" + endpoint.port() + "/");
    assertThat(http.post(Request.json(uri, Map.of(), ""))).isInstanceOf(Answer.Received.class);
    assertThat(lookedUp).containsExactly("hooks.example");
    assertThat(endpoint.heard.getFirst().headers())
        .containsEntry("host", "hooks.example:" + endpoint.port());
  }

  @Test
  void sendsNothingWhenOneOfTheAddressesIsForbidden() {
    OutgoingHttp http = http(LONG, HERE, InetAddress.ofLiteral("169.254.169.254"));
    assertThat(post(http, "/")).isInstanceOf(Answer.Forbidden.class);
    assertThat(endpoint.heard).isEmpty();
  }

  @Test
  void doesNotFollowRedirects() {
    endpoint.then(says(302, Map.of("Location", endpoint.url() + "/other"), ""));
    assertThat(((Answer.Received) post(http(LONG), "/")).status()).isEqualTo(302);
    assertThat(endpoint.heard).hasSize(1);
  }

  @Test
  void doesNotWaitForEver() {
    endpoint.then(silent()).then(dawdles());
    assertThat(post(http(SHORT), "/")).isEqualTo(new Answer.Failed("no answer within 300 ms"));
    assertThat(post(http(SHORT), "/")).isEqualTo(new Answer.Failed("no answer within 300 ms"));
  }

  @Test
  void saysThatTheConnectionBrokeOff() {
    endpoint.then(resets());
    assertThat(post(http(LONG), "/")).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void saysThatNobodyIsThere() {
    endpoint.close();
    assertThat(post(http(LONG), "/")).isInstanceOf(Answer.Failed.class);
    URI nowhere = URI.create("https://no-such-host.invalid/");
    assertThat(http(LONG).post(Request.json(nowhere, Map.of(), "")))
        .isEqualTo(new Answer.Failed("there is no host no-such-host.invalid"));
  }

  @Test
  void readsNoMoreThanTheLimit() {
    endpoint.then(says(200, "x".repeat(Exchange.MAX_ANSWER_BYTES + 1)));
    assertThat(((Answer.Failed) post(http(LONG), "/")).reason()).contains("more than 65536 bytes");
    endpoint.then(says(200, "x".repeat(Exchange.MAX_ANSWER_BYTES)));
    assertThat(post(http(LONG), "/")).isInstanceOf(Answer.Received.class);
  }
}
