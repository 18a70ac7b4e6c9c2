package io.sockettwin.mqttbroker.gate;

/// Why a CONNECT is refused: the CONNACK codes of MQTT 3.1.1 section 3.2.2.3, with the use that the
/// device protocol makes of them (section 2.6).
public enum Refusal {
  /// Protocol level not supported.
  PROTOCOL(1),
  /// Client id malformed, or not the one that the user name begins with.
  CLIENT_ID(2),
  /// The gate cannot answer now.
  UNAVAILABLE(3),
  /// Password wrong, its method unknown, or the user name malformed.
  CREDENTIALS(4),
  /// Product or device unknown or disabled, or the token expired.
  NOT_AUTHORIZED(5);

  private final int code;

  Refusal(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
