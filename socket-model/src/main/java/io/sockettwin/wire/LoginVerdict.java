package io.sockettwin.wire;

/// What becomes of an MQTT login, with the return code of the MQTT 3 CONNACK (protocol section
/// 2.6).
public enum LoginVerdict {
  ACCEPTED(0),
  CLIENT_ID_MISMATCH(2),
  MALFORMED_USER_NAME(4),
  WRONG_PASSWORD(4),
  EXPIRED(5);

  private final int connackCode;

  LoginVerdict(int connackCode) {
    this.connackCode = connackCode;
  }

  public int connackCode() {
    return connackCode;
  }
}
