package io.sockettwin.service.tls;

/// The packet that turns a client away, with the code of the device protocol (section 2.6).
final class Connack {
  static final int UNKNOWN_LEVEL = 1;
  static final int CLIENT_ID = 2;
  static final int UNAVAILABLE = 3;

  /// MQTT 5, section 3.2.2.2, in the order of the codes 1 to 5 of MQTT 3.
  private static final int[] REASONS = {0x84, 0x85, 0x88, 0x86, 0x87};

  private Connack() {}

  static byte[] refusing(int level, int code) {
    return level == ConnectPacket.MQTT_5
        ? new byte[] {0x20, 3, 0, (byte) REASONS[code - 1], 0}
        : new byte[] {0x20, 2, 0, (byte) code};
  }
}
