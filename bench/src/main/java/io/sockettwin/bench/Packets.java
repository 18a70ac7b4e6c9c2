package io.sockettwin.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.sockettwin.wire.Credentials;
import java.nio.charset.StandardCharsets;

/// The few MQTT 3.1.1 packets that a virtual device sends. Section numbers are those of the MQTT
/// 3.1.1 standard.
final class Packets {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBACK = 9;

  private static final int KEEP_ALIVE_SECONDS = 900;

  private Packets() {}

  /// Section 3.1, with user name and password, and a clean session.
  static ByteBuf connect(Credentials credentials) {
    ByteBuf body = Unpooled.buffer();
    text(body, "MQTT");
    body.writeByte(4).writeByte(0b1100_0010);
    body.writeShort(KEEP_ALIVE_SECONDS);
    text(body, credentials.clientId());
    text(body, credentials.userName());
    text(body, credentials.password());
    return packet(0b0001_0000, body);
  }

  /// Section 3.8, with QoS 1.
  static ByteBuf subscribe(int packetId, String... filters) {
    ByteBuf body = Unpooled.buffer().writeShort(packetId);
    for (String filter : filters) {
      text(body, filter);
      body.writeByte(1);
    }
    return packet(0b1000_0010, body);
  }

  /// Section 3.3, with QoS 1.
  static ByteBuf publish(String topic, int packetId, String payload) {
    ByteBuf body = Unpooled.buffer();
    text(body, topic);
    body.writeShort(packetId).writeCharSequence(payload, StandardCharsets.UTF_8);
    return packet(0b0011_0010, body);
  }

  /// Section 3.4.
  static ByteBuf puback(int packetId) {
    return Unpooled.buffer(4).writeByte(0b0100_0000).writeByte(2).writeShort(packetId);
  }

  private static void text(ByteBuf body, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    body.writeShort(bytes.length).writeBytes(bytes);
  }

  /// Section 2.2: the fixed header before the rest.
  private static ByteBuf packet(int firstByte, ByteBuf body) {
    ByteBuf packet = Unpooled.buffer(5 + body.readableBytes()).writeByte(firstByte);
    int left = body.readableBytes();
    do {
      packet.writeByte(left > 127 ? left % 128 | 128 : left);
      left /= 128;
    } while (left > 0);
    return packet.writeBytes(body);
  }
}
