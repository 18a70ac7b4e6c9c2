package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.broker.BrokerPort;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.BindingProof;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A gateway and the devices behind it (protocol section 9).
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class GatewayTest {
  @Inject BrokerPort port;

  private DeviceKey gateway;
  private DeviceKey sub;
  private StockClient client;

  @BeforeEach
  void connect() {
    gateway = Registry.socket();
    sub = Registry.socket();
    client = StockClient.connected(Level.V3_1_1, port.number(), gateway);
    assertThat(client.subscribe("$gateway/operation/result/" + gateway)).isZero();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private JsonNode ask(String type, DeviceKey device, String more) {
    client.publish(
        "$gateway/operation/" + gateway,
        """
        {"type":"%s","payload":{"devices":[{"product_id":"%s","device_name":"%s"%s}]}}\
        """
            .formatted(type, device.productId(), device.deviceName(), more));
    JsonNode answer = client.hear().json();
    assertThat(answer.path("type").asText()).isEqualTo(type);
    return answer;
  }

  private int result(String type, DeviceKey device, String more) {
    return ask(type, device, more).at("/payload/devices/0/result").asInt(99);
  }

  private int bind(DeviceKey device) {
    BindingProof proof = BindingProof.sign(device, StockClient.SECRET, 1_234_567, 1_600_000_000);
    return result(
        "bind",
        device,
        ",\"signature\":\"%s\",\"random\":1234567,\"timestamp\":1600000000,\"signmethod\":\"hmacsha1\",\"authtype\":\"psk\""
            .formatted(proof.signature()));
  }

  private String topic(String direction) {
    return "$thing/" + direction + "/property/" + sub;
  }

  private void becomes(String field, Object value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> Registry.twin(sub).body("presence." + field, equalTo(value)));
  }

  @Test
  void subDeviceSpeaksThroughItsGatewayOnceItIsBound() {
    assertThat(client.subscribe(topic("down"))).isEqualTo(0x80);
    assertThat(result("online", sub, "")).isEqualTo(-1);
    assertThat(bind(sub)).isZero();
    assertThat(bind(sub)).isEqualTo(809);
    assertThat(client.subscribe(topic("down"))).isZero();
    assertThat(result("online", sub, "")).isZero();
    becomes("connected", true);
    client.publish(
        topic("up"),
        "{\"method\":\"report\",\"clientToken\":\"s\",\"params\":{\"power_switch\":1}}");
    var reply = client.hear();
    assertThat(reply.topic()).isEqualTo(topic("down"));
    assertThat(reply.json().path("code").asInt(-1)).isZero();
    Registry.desire(sub, "{\"power_switch\":0}");
    assertThat(client.hear().json().path("method").asText()).isEqualTo("control");
    client.publish("$gateway/operation/" + gateway, "{\"type\":\"describe_sub_devices\"}");
    assertThat(client.hear().json().at("/payload/devices/0/device_name").asText())
        .isEqualTo(sub.deviceName());
    assertThat(result("offline", sub, "")).isZero();
    becomes("connected", false);
    assertThat(result("unbind", sub, "")).isZero();
    assertThat(result("unbind", sub, "")).isEqualTo(-1);
    assertThat(client.subscribe(topic("down"))).isEqualTo(0x80);
  }

  @Test
  void subDevicesLeaveWithTheirGateway() {
    bind(sub);
    assertThat(result("online", sub, "")).isZero();
    becomes("connected", true);
    client.close();
    becomes("connected", false);
    Registry.twin(sub).body("presence.reason", equalTo("its gateway left it"));
  }

  @Test
  void boundSubDevicesTopicsArePermittedAtTheNextLoginToo() {
    bind(sub);
    client.close();
    client = StockClient.connected(Level.V3_1_1, port.number(), gateway);
    assertThat(client.subscribe(topic("down"))).isZero();
  }

  @Test
  void bindingTakesTheSubDevicesOwnSignature() {
    assertThat(result("bind", sub, "")).isEqualTo(801);
    assertThat(result("bind", sub, ",\"signature\":\"wrong\",\"random\":1,\"timestamp\":2"))
        .isEqualTo(803);
    assertThat(result("bind", sub, ",\"signature\":\"s\",\"signmethod\":\"md5\"")).isEqualTo(804);
    assertThat(bind(new DeviceKey("HRDG3CKWWZ", "nobody"))).isEqualTo(802);
    assertThat(bind(new DeviceKey("NOSUCHPROD", "nobody"))).isEqualTo(802);
    assertThat(bind(gateway)).as("itself").isEqualTo(807);
    DeviceKey other = Registry.socket();
    Api.asOperator().put("/api/devices/" + other + "/sub-devices/" + sub).then().statusCode(204);
    assertThat(bind(sub)).isEqualTo(806);
  }

  @Test
  void unknownRequestIsAnsweredThatItIsNotSupported() {
    assertThat(result("explode", sub, "")).isEqualTo(804);
  }

  @Test
  void cloudBindsAndUnbindsAndTellsTheGateway() {
    String path = "/api/devices/" + gateway + "/sub-devices";
    Api.asOperator().put(path + "/" + sub).then().statusCode(204);
    assertThat(client.hear().text())
        .isEqualTo(
            "{\"type\":\"change\",\"payload\":{\"status\":1,\"devices\":[{\"product_id\":\"%s\",\"device_name\":\"%s\"}]}}"
                .formatted(sub.productId(), sub.deviceName()));
    Api.asOperator().get(path).then().body("$", hasSize(1)).body("[0].present", equalTo(false));
    assertThat(client.subscribe(topic("down"))).isZero();
    Api.asOperator().delete(path + "/" + sub).then().statusCode(204);
    assertThat(client.hear().json().at("/payload/status").asInt(9)).isZero();
    Registry.desire(sub, "{\"power_switch\":0}");
    assertThat(result("online", sub, "")).isEqualTo(-1);
    assertThat(client.heardSoFar()).as("nothing of what it may no longer hear").isEmpty();
  }
}
