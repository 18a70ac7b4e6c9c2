package io.sockettwin.mqttbroker.hivemq;

import java.time.Duration;

/// Every bound the broker works within, in one place.
final class Limits {

  /// Device protocol section 2.8.
  static final int MAX_PACKET_BYTES = 64 * 1024;

  /// Device protocol section 2.3: service 0-900 s, 0 meaning none.
  static final int MAX_KEEP_ALIVE_SECONDS = 900;

  /// Longest topic of section 3 with the longest names is 99; the AT module allows 128.
  static final int MAX_TOPIC_LENGTH = 256;

  /// Client id = product id (10) + device name (at most 48); at most 80 by section 1.
  static final int MAX_CLIENT_ID_LENGTH = 80;

  /// Device protocol section 2.7: sessions are kept for 24 h, with at most 150 messages.
  static final Duration MAX_SESSION_EXPIRY = Duration.ofHours(24);

  static final long QUEUED_MESSAGES_OF_A_DEVICE = 150;

  /// QoS 1 messages that wait for a service which is away or slow: what ten thousand sockets with
  /// one report a second send in more than a minute.
  static final long QUEUED_MESSAGES_OF_THE_SERVICE = 1_000_000;

  /// QoS 0 messages wait in memory only; beyond this they are dropped and counted.
  static final int QOS_0_BYTES_WAITING_PER_CLIENT = 32 * 1024 * 1024;

  /// Devices have buffers for one or two messages (section 2.8).
  static final int IN_FLIGHT_MESSAGES_TO_A_DEVICE = 20;

  /// QoS 1 messages an MQTT 5 client may have under way to the broker.
  static final int IN_FLIGHT_MESSAGES_FROM_A_CLIENT = 1000;

  /// Messages a device may send at once, in seconds of its lasting rate.
  static final int BURST_SECONDS = 3;

  /// Devices whose rate is remembered; about 200 bytes each.
  static final int DEVICE_RATES = 100_000;

  /// Topic filters a device may be subscribed to. It has 18 topics; C and the AT module hold 10
  /// subscriptions (section 2.8). A gateway may have as many as it was granted.
  static final int SUBSCRIPTIONS_OF_A_DEVICE = 64;

  /// Messages of one device that the host has and has not committed; no more is read meanwhile.
  static final int UNDER_WAY_FROM_A_DEVICE = 50;

  /// Of all devices together, typically 300 bytes each; then whoever sends more waits.
  static final int UNDER_WAY_TO_THE_HOST = 20_000;

  /// A connection that does not send CONNECT is closed.
  static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

  /// Logins asked at the same time; a gate may wait for a database or HTTP.
  static final int GATE_THREADS = 16;

  /// Logins that wait for one of these threads: a whole fleet reconnecting at once.
  static final int GATE_QUEUE = 20_000;

  /// How long a client waits for the gate before it is told "service unavailable".
  static final Duration GATE_PATIENCE = Duration.ofSeconds(10);

  /// Part of the layout of the data folder: changing it makes existing data unreadable.
  static final int PERSISTENCE_BUCKETS = 16;

  /// The time HiveMQ waits for late writers before it closes its stores.
  static final Duration SHUTDOWN_GRACE = Duration.ofMillis(200);

  private Limits() {}
}
