package io.sockettwin.mqttbroker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.DeviceRates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Settings and clients for tests.
final class Brokers {

  /// Shared by all tests, as unpacking takes a while.
  static final Path PROGRAM = Path.of("target", "broker-program");

  /// Tests send faster than any device.
  private static final DeviceRates TEST_RATES = new DeviceRates(1_000, 1_000);

  private Brokers() {}

  static BrokerSettings settings(Path data, Durability durability) {
    return new BrokerSettings(
        PROGRAM,
        data,
        "127.0.0.1",
        0,
        OptionalInt.of(0),
        durability,
        BrokerSettings.DEFAULT_IN_FLIGHT_MESSAGES,
        TEST_RATES);
  }

  static Mqtt5BlockingClient service(int port) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier("service")
        .serverHost("127.0.0.1")
        .serverPort(port)
        .buildBlocking();
  }

  static Mqtt3BlockingClient device(int port, String name) {
    String clientId = TestGate.PRODUCT + name;
    return MqttClient.builder()
        .useMqttVersion3()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(port)
        .simpleAuth()
        .username(clientId + ";12010126;abcde;2147483647")
        .password("right".getBytes(StandardCharsets.US_ASCII))
        .applySimpleAuth()
        .buildBlocking();
  }

  static Mqtt5BlockingClient device5(int port, String name) {
    String clientId = TestGate.PRODUCT + name;
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(port)
        .simpleAuth()
        .username(clientId + ";12010126;abcde;2147483647")
        .password("right".getBytes(StandardCharsets.US_ASCII))
        .applySimpleAuth()
        .buildBlocking();
  }
}
