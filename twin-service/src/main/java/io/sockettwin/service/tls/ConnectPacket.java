package io.sockettwin.service.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.sockettwin.wire.Credentials;
import org.jspecify.annotations.Nullable;

/// A CONNECT of MQTT 3.1, 3.1.1 or 5, taken apart just enough to give it other credentials. All
/// other bytes stay as they were.
final class ConnectPacket {
  static final int TYPE = 0x10;
  static final int MQTT_5 = 5;

  private static final int USER_NAME_AND_PASSWORD = 0xC0;
  private static final int SEVEN_BITS = 0x7F;
  private static final int CONTINUES = 0x80;

  private final int level;
  private final byte[] head;
  private final int flagsAt;
  private final String clientId;
  private final @Nullable String userName;

  /// @param head everything between the fixed header and the user name
  /// @param flagsAt where in `head` the connect flags are
  ConnectPacket(int level, byte[] head, int flagsAt, String clientId, @Nullable String userName) {
    this.level = level;
    this.head = head;
    this.flagsAt = flagsAt;
    this.clientId = clientId;
    this.userName = userName;
  }

  int level() {
    return level;
  }

  String clientId() {
    return clientId;
  }

  @Nullable String userName() {
    return userName;
  }

  /// The packet with a user name and a password, whether it had some or not.
  ByteBuf signed(Credentials credentials, ByteBufAllocator buffers) {
    byte[] name = credentials.userName().getBytes(UTF_8);
    byte[] password = credentials.password().getBytes(UTF_8);
    int length = head.length + Short.BYTES + name.length + Short.BYTES + password.length;
    ByteBuf packet = buffers.buffer(1 + Integer.BYTES + length);
    packet.writeByte(TYPE);
    writeLength(packet, length);
    int start = packet.writerIndex();
    packet.writeBytes(head);
    packet.setByte(start + flagsAt, head[flagsAt] | USER_NAME_AND_PASSWORD);
    packet.writeShort(name.length).writeBytes(name);
    return packet.writeShort(password.length).writeBytes(password);
  }

  private static void writeLength(ByteBuf packet, int length) {
    int rest = length;
    while (rest > SEVEN_BITS) {
      packet.writeByte((rest & SEVEN_BITS) | CONTINUES);
      rest >>>= 7;
    }
    packet.writeByte(rest);
  }
}
