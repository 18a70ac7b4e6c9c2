package io.sockettwin.service.tls;

import io.netty.buffer.Unpooled;
import io.sockettwin.service.tls.ParsedConnect.Complete;
import io.sockettwin.wire.Credentials;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Reads what the TLS side makes of a CONNECT.
final class Packets {
  private Packets() {}

  static byte[] read(InputStream in) throws IOException {
    return HexFormat.of().parseHex(Mqtt.read(in));
  }

  static ConnectPacket complete(byte[] packet) {
    return switch (ConnectParser.parse(Unpooled.wrappedBuffer(packet))) {
      case Complete(ConnectPacket complete) -> complete;
      case ParsedConnect other -> throw new AssertionError(other);
    };
  }

  /// User name and password, which are the last two fields.
  static Credentials credentials(byte[] packet) throws IOException {
    ConnectPacket parsed = complete(packet);
    byte[] userName = parsed.userName().getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < packet.length - userName.length; at++) {
      var in = new DataInputStream(new ByteArrayInputStream(packet, at, packet.length - at));
      if (in.readUnsignedShort() == userName.length
          && Arrays.equals(in.readNBytes(userName.length), userName)) {
        return new Credentials(parsed.clientId(), parsed.userName(), in.readUTF());
      }
    }
    throw new AssertionError("no user name in " + HexFormat.of().formatHex(packet));
  }
}
