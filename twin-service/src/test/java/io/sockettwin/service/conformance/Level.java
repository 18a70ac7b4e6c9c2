package io.sockettwin.service.conformance;

/// The protocol levels of MQTT.
enum Level {
  V3_1("MQIsdp", 3),
  V3_1_1("MQTT", 4),
  V5("MQTT", 5);

  final String protocol;
  final int number;

  Level(String protocol, int number) {
    this.protocol = protocol;
    this.number = number;
  }

  boolean hasProperties() {
    return this == V5;
  }
}
