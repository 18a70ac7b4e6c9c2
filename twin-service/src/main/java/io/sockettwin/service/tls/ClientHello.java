package io.sockettwin.service.tls;

import io.netty.buffer.ByteBuf;

/// The first message of a TLS client, as far as it decides who answers (RFC 5246, section 7.4.1.2).
final class ClientHello {
  /// TLS_PSK_WITH_AES_128_CBC_SHA and TLS_PSK_WITH_AES_256_CBC_SHA: all that flashed hardware
  /// offers (protocol section 2.2), in the order of preference.
  static final int PSK_AES_128 = 0x008C;

  static final int PSK_AES_256 = 0x008D;

  private static final int VERSION_AND_RANDOM_BYTES = 34;

  private ClientHello() {}

  /// Whether the client has a pre-shared key, which it says by offering such a suite.
  ///
  /// @param body the message behind its type and length
  static boolean offersPreSharedKey(ByteBuf body) {
    int sessionId = body.readerIndex() + VERSION_AND_RANDOM_BYTES;
    if (sessionId >= body.writerIndex()) {
      return false;
    }
    int suites = sessionId + 1 + body.getUnsignedByte(sessionId);
    if (suites + Short.BYTES > body.writerIndex()) {
      return false;
    }
    int end = suites + Short.BYTES + body.getUnsignedShort(suites);
    if (end > body.writerIndex()) {
      return false;
    }
    for (int at = suites + Short.BYTES; at + Short.BYTES <= end; at += Short.BYTES) {
      int suite = body.getUnsignedShort(at);
      if (suite == PSK_AES_128 || suite == PSK_AES_256) {
        return true;
      }
    }
    return false;
  }
}
