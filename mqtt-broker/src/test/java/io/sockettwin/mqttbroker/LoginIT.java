package io.sockettwin.mqttbroker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginIT {

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start(@TempDir Path data) {
    broker = EmbeddedBroker.start(Brokers.settings(data, Durability.MEMORY), new TestGate());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest(name = "{0} level {1}, client {2}, user {3}, password {4}: {5}")
  @CsvSource({
    "MQTT,   4, PRODUCT001lamp, PRODUCT001lamp;1;a;9, right, 0",
    "MQIsdp, 3, PRODUCT001lamp, PRODUCT001lamp;1;a;9, right, 0",
    "MQTT,   6, PRODUCT001lamp, PRODUCT001lamp;1;a;9, right, 1",
    "MQTT,   3, PRODUCT001lamp, PRODUCT001lamp;1;a;9, right, 1",
    "MQIsdp, 4, PRODUCT001lamp, PRODUCT001lamp;1;a;9, right, 1",
    "MQTT,   4, PRODUCT001lamp, PRODUCT001othr;1;a;9, right, 2",
    "MQTT,   4, FAULTYlamp,     FAULTYlamp;1;a;9,     right, 3",
    "MQTT,   4, PRODUCT001lamp, PRODUCT001lamp;1;a;9, wrong, 4",
    "MQTT,   4, UNKNOWN001lamp, UNKNOWN001lamp;1;a;9, right, 5",
    "MQIsdp, 3, UNKNOWN001lamp, UNKNOWN001lamp;1;a;9, right, 5",
    "MQTT,   4, '',             ;1;a;9,               right, 2",
    "MQTT,   4, PRODUCT001lamp, PRODUCT001lamp;1;a;9, '',    4",
  })
  void answersConnectWithTheCodeOfTheProtocol(
      String protocol, int level, String clientId, String username, String password, int code)
      throws Exception {
    try (var client = new RawMqtt(broker.port())) {
      client.connect(protocol, level, clientId, username, password);
      assertThat(client.read(4)).isEqualTo("2002000%d".formatted(code));
    }
  }

  @Test
  void acceptsAnMqtt31ClientIdLongerThanItsSpecificationAllows() throws Exception {
    try (var client = new RawMqtt(broker.port())) {
      client.connectDevice("MQIsdp", 3, "a-device-name-of-the-longest-kind-48-characters");
      assertThat(client.read(4)).isEqualTo("20020000");
    }
  }
}
