package io.sockettwin.service.push.channel;

import static io.sockettwin.service.Api.asOperator;
import static io.sockettwin.service.push.Endpoint.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.push.Endpoint;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.kind.Browser;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A browser by way of a push service that is only an endpoint, without TLS.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class BrowserDeliveryTest {
  @Inject Recipients recipients;

  @Test
  void reachesABrowserThatSubscribed() throws Exception {
    try (Endpoint service = new Endpoint()) {
      service.then(says(201, Map.of("Location", "https://push.example/m/1"), ""));
      Browser browser = new Browser();
      String channel =
          asOperator()
              .body(
                  "{\"name\":\"P\",\"kind\":\"web-push\",\"settings\":{\"contact\":\"mailto:me@example.org\"}}")
              .post("/api/channels")
              .then()
              .extract()
              .path("id");
      QuarkusTransaction.requiringNew()
          .run(() ->
              recipients.subscribe(
                  channel,
                  "hash",
                  browser.subscription(service.url() + "/push/1"),
                  Language.ZH,
                  "operator key",
                  Instant.now()));
      asOperator()
          .post("/api/channels/" + channel + "/test")
          .then()
          .body("", hasSize(1))
          .body("outcome", contains("accepted"))
          .body("detail", contains("https://push.example/m/1"));
      assertThat(browser.decrypt(service.heard.getFirst().bytes())).contains("通道测试：P");
    }
  }
}
