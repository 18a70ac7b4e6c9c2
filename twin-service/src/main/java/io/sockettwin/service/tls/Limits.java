package io.sockettwin.service.tls;

import java.time.Duration;

/// The bounds of the TLS side that are nobody's to configure.
final class Limits {
  /// Vendor clients send about 200 bytes; room for the will and the properties of MQTT 5.
  static final int CONNECT_BYTES = 8 * 1024;

  /// What a browser sends with post-quantum key shares is below 2 KiB.
  static final int CLIENT_HELLO_BYTES = 8 * 1024;

  /// Encrypted bytes taken from the network at once.
  static final int READ_BYTES = 8 * 1024;

  /// Plain bytes in one TLS record to a device: modules with little memory cannot take 16 KiB.
  static final int RECORD_BYTES = 2 * 1024;

  /// Bytes on their way to a slow side before the fast side is no longer read. A report with its
  /// TLS record.
  static final int TYPICAL_READ_BYTES = 512;

  /// Connections that the operating system keeps until we take them.
  static final int BACKLOG = 1024;

  static final int HIGH_WATER_BYTES = 64 * 1024;

  static final int LOW_WATER_BYTES = 16 * 1024;

  /// Handshakes computed, or waiting for the database, at the same time.
  static final int HANDSHAKE_THREADS = 8;

  /// How long a thread for handshakes is kept without work.
  static final Duration HANDSHAKE_THREAD_IDLE = Duration.ofSeconds(30);

  static final Duration BROKER_PATIENCE = Duration.ofSeconds(5);

  /// How long a closing connection may take to accept its last bytes.
  static final Duration FAREWELL_PATIENCE = Duration.ofSeconds(5);

  static final int STOP_SECONDS = 2;

  /// How long the signed login is valid that the broker gets to see.
  static final Duration LOGIN_LIFE = Duration.ofMinutes(10);

  private Limits() {}
}
