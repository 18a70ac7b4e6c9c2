package io.sockettwin.mqttbroker.gate;

import java.nio.file.Path;
import java.util.OptionalInt;

/// How a broker is to run.
///
/// @param programFolder where the broker's program is unpacked, once per version; may be shared
/// @param dataFolder where sessions and queues are kept; belongs to one broker alone
/// @param bindAddress address to listen on, for all ports
/// @param port TCP port, 0 for any free one
/// @param webSocketPort port for MQTT over WebSocket (path `/mqtt`), if wanted; 0 for any free one
/// @param durability whether sessions and queues survive a restart
/// @param inFlightMessages how many QoS 1 messages may be on their way to the service
///   unacknowledged; with acknowledgement after the commit this bounds its throughput
/// @param deviceRates how fast each device may send
public record BrokerSettings(
    Path programFolder,
    Path dataFolder,
    String bindAddress,
    int port,
    OptionalInt webSocketPort,
    Durability durability,
    int inFlightMessages,
    DeviceRates deviceRates) {

  /// Where sessions and queues live.
  public enum Durability {
    FILE,
    MEMORY
  }

  /// Enough for 20 000 messages/s with a commit every 50 ms.
  public static final int DEFAULT_IN_FLIGHT_MESSAGES = 1000;

  private static final int MAX_PACKET_IDENTIFIERS = 65_535;

  public BrokerSettings {
    checkPort(port);
    webSocketPort.ifPresent(BrokerSettings::checkPort);
    if (inFlightMessages < 1 || inFlightMessages > MAX_PACKET_IDENTIFIERS) {
      throw new IllegalArgumentException("inFlightMessages: " + inFlightMessages);
    }
  }

  private static void checkPort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port);
    }
  }
}
