package io.sockettwin.service.tls;

import io.sockettwin.thing.DeviceKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// MQTT packets as bytes.
final class Mqtt {
  static final String ACCEPTED = "20020000";

  private Mqtt() {}

  /// What the vendor's C client sends over TLS-PSK: a user name and no password (flags 0x82).
  static byte[] connect(DeviceKey device) {
    return connect(4, device.clientId(), device.clientId() + ";21010406;abcde;2147483647");
  }

  static byte[] connect(int level, String clientId, String userName) {
    return packet(
        0x10,
        body -> {
          body.writeUTF(level == 3 ? "MQIsdp" : "MQTT");
          body.writeByte(level);
          body.writeByte(userName.isEmpty() ? 0x02 : 0x82);
          body.writeShort(240);
          if (level == 5) {
            body.writeByte(0);
          }
          body.writeUTF(clientId);
          if (!userName.isEmpty()) {
            body.writeUTF(userName);
          }
        });
  }

  static byte[] subscribe(int level, int packetId, String filter) {
    return packet(
        0x82,
        body -> {
          body.writeShort(packetId);
          if (level == 5) {
            body.writeByte(0);
          }
          body.writeUTF(filter);
          body.writeByte(0);
        });
  }

  static byte[] publish(int level, String topic, String payload) {
    return packet(
        0x30,
        body -> {
          body.writeUTF(topic);
          if (level == 5) {
            body.writeByte(0);
          }
          body.write(payload.getBytes(StandardCharsets.UTF_8));
        });
  }

  static byte[] packet(int header, Body body) {
    try {
      var bytes = new ByteArrayOutputStream();
      body.writeTo(new DataOutputStream(bytes));
      var packet = new ByteArrayOutputStream();
      packet.write(header);
      int length = bytes.size();
      do {
        packet.write(length > 127 ? (length % 128) | 128 : length);
        length /= 128;
      } while (length > 0);
      bytes.writeTo(packet);
      return packet.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next packet in hexadecimal, empty at the end of the stream.
  static String read(InputStream in) throws IOException {
    int header = in.read();
    if (header < 0) {
      return "";
    }
    int length = 0;
    int shift = 0;
    int next;
    var packet = new ByteArrayOutputStream();
    packet.write(header);
    do {
      next = in.read();
      packet.write(next);
      length |= (next & 127) << shift;
      shift += 7;
    } while ((next & 128) != 0);
    packet.write(in.readNBytes(length));
    return HexFormat.of().formatHex(packet.toByteArray());
  }

  /// Writes what follows the fixed header.
  interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }
}
