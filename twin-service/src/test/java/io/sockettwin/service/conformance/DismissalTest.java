package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who loses the right to be connected loses the connection.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DismissalTest {
  private static final String BULK = "/api/devices/bulk";

  @Inject BrokerPort port;

  /// What an operator does to a device, and with which code it is then refused.
  enum Act {
    DISABLES(5),
    DISABLES_MANY(5),
    DELETES(5),
    DELETES_MANY(5),
    RENEWS_THE_SECRET(4),
    REPLACES_THE_HARDWARE(4);

    final int refusal;

    Act(int refusal) {
      this.refusal = refusal;
    }

    void on(DeviceKey device) {
      RequestSpecification api = Api.asOperator();
      String path = "/api/devices/" + device;
      Response response =
          switch (this) {
            case DISABLES -> api.body("{\"enabled\":false}").patch(path);
            case DISABLES_MANY -> api.body(many(device, "enabled", false)).post(BULK);
            case DELETES -> api.delete(path);
            case DELETES_MANY -> api.body(many(device, "delete", true)).post(BULK);
            case RENEWS_THE_SECRET -> api.post(path + "/secret");
            case REPLACES_THE_HARDWARE -> api.body("{}").post(path + "/replacements");
          };
      assertThat(response.statusCode()).isBetween(200, 204);
    }

    private static String many(DeviceKey device, String what, boolean value) {
      return "{\"devices\":[\"%s\"],\"%s\":%b}".formatted(device, what, value);
    }
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void deviceIsDisconnectedAndRefused(Act act) {
    DeviceKey device = Registry.socket();
    DeviceKey neighbour = Registry.socket();
    try (StockClient client = StockClient.connected(Level.V3_1_1, port.number(), device);
        StockClient other = StockClient.connected(Level.V3_1_1, port.number(), neighbour)) {
      act.on(device);
      assertThat(client.isClosedByTheOtherSide()).isTrue();
      try (StockClient again = StockClient.open(Level.V3_1_1, port.number())) {
        assertThat(again.connect(device)).isEqualTo(act.refusal);
      }
      assertThat(other.hasEnded()).isFalse();
    }
  }

  @Test
  void disabledDeviceIsOffline() {
    DeviceKey device = Registry.socket();
    try (StockClient client = StockClient.connected(Level.V5, port.number(), device)) {
      Act.DISABLES.on(device);
      Packet disconnect = client.answer();
      assertThat(disconnect).as("an MQTT 5 client is told").isNotNull();
      assertThat(disconnect.type()).isEqualTo(Packet.DISCONNECT);
      assertThat(disconnect.body()[0] & 0xFF).as("not authorized").isEqualTo(0x87);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> Registry.twin(device).body("presence.connected", equalTo(false)));
  }

  @Test
  void deviceStaysWhenSomethingElseIsSaidOfIt() {
    DeviceKey device = Registry.socket();
    try (StockClient client = StockClient.connected(Level.V3_1_1, port.number(), device)) {
      String path = "/api/devices/" + device;
      Api.asOperator().body("{\"note\":\"by the door\"}").patch(path).then().statusCode(200);
      Api.asOperator().body("{\"keepSecret\":true}").post(path + "/replacements");
      client.publish("$thing/up/property/" + device, "{\"method\":\"get_status\"}");
      assertThat(client.hear().json().path("method").asText()).isEqualTo("get_status_reply");
    }
  }
}
