package io.sockettwin.service.conformance;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What the twin says of a device that is connected.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class PresenceTest {
  @Inject BrokerPort port;

  private static void becomes(DeviceKey device, String field, Object value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> Registry.twin(device).body("presence." + field, equalTo(value)));
  }

  @Test
  void zombieIsSilentAndComesBackWithItsNextReport() {
    DeviceKey device = Registry.socket();
    try (StockClient client = StockClient.connected(Level.V3_1_1, port.number(), device)) {
      client.report(device, "\"1\"", "{\"power_switch\":1}");
      Registry.twin(device).body("presence.state", equalTo("ONLINE"));
      becomes(device, "state", "SILENT");
      Registry.twin(device)
          .body("presence.online", equalTo(false))
          .body("presence.connected", equalTo(true))
          .body("presence.reason", equalTo("connected but not reporting"));
      client.report(device, "\"2\"", "{\"power_switch\":1}");
      Registry.twin(device)
          .body("presence.state", equalTo("ONLINE"))
          .body("presence.reason", equalTo("reports again"));
    }
    becomes(device, "state", "OFFLINE");
  }

  @Test
  void secondHolderOfTheCredentialsIsRaised() {
    DeviceKey device = Registry.socket();
    StockClient last = StockClient.connected(Level.V3_1_1, port.number(), device);
    for (int i = 0; i < 3; i++) {
      try (StockClient ousted = last) {
        last = StockClient.connected(Level.V3_1_1, port.number(), device);
        ousted.isClosedByTheOtherSide();
      }
    }
    becomes(device, "contested", true);
    Registry.twin(device)
        .body("presence.online", equalTo(true))
        .body("presence.reason", equalTo("contested by a second holder of its credentials"));
    last.close();
  }

  @Test
  void keepAliveThatIsNotKeptEndsTheSession() {
    DeviceKey device = Registry.socket();
    try (StockClient client = StockClient.open(Level.V3_1_1, port.number())) {
      var login =
          io.sockettwin.wire.Credentials.sign(
              device, StockClient.SECRET, io.sockettwin.wire.Hmac.SHA1, "abcde", Integer.MAX_VALUE);
      client.connect(login.clientId(), login.userName(), login.password(), 1, true);
      becomes(device, "connected", true);
      // After 1.5 times the keep-alive (protocol section 2.7).
      org.assertj.core.api.Assertions.assertThat(client.isClosedByTheOtherSide()).isTrue();
      becomes(device, "reason", "keep-alive timeout");
    }
  }
}
