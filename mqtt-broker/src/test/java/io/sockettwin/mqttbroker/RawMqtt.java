package io.sockettwin.mqttbroker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// An MQTT client that is only bytes, for what well-behaved clients never do.
final class RawMqtt implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 10_000;

  private final Socket socket;

  RawMqtt(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
  }

  /// Sends CONNECT with clean session.
  RawMqtt connect(String protocol, int level, String clientId, String username, String password)
      throws IOException {
    return packet(
        0x10,
        body -> {
          body.writeUTF(protocol);
          body.writeByte(level);
          body.writeByte(password.isEmpty() ? 0x82 : 0xC2);
          body.writeShort(240);
          body.writeUTF(clientId);
          body.writeUTF(username);
          if (!password.isEmpty()) {
            body.writeUTF(password);
          }
        });
  }

  RawMqtt connectDevice(String protocol, int level, String device) throws IOException {
    String clientId = TestGate.PRODUCT + device;
    return connect(protocol, level, clientId, clientId + ";21010406;abcde;2147483647", "right");
  }

  RawMqtt subscribe(int packetIdentifier, String... filters) throws IOException {
    return packet(
        0x82,
        body -> {
          body.writeShort(packetIdentifier);
          for (String filter : filters) {
            body.writeUTF(filter);
            body.writeByte(1);
          }
        });
  }

  RawMqtt publish(int flags, int packetIdentifier, String topic, String payload)
      throws IOException {
    return packet(
        0x30 | flags,
        body -> {
          body.writeUTF(topic);
          if ((flags & 0b0110) != 0) {
            body.writeShort(packetIdentifier);
          }
          body.write(payload.getBytes(StandardCharsets.UTF_8));
        });
  }

  RawMqtt ping() throws IOException {
    return packet(0xC0, body -> {});
  }

  RawMqtt packet(int header, Body body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    body.writeTo(new DataOutputStream(bytes));
    var packet = new ByteArrayOutputStream();
    packet.write(header);
    int length = bytes.size();
    do {
      packet.write(length > 127 ? length % 128 | 128 : length);
      length /= 128;
    } while (length > 0);
    bytes.writeTo(packet);
    socket.getOutputStream().write(packet.toByteArray());
    return this;
  }

  RawMqtt bytes(String hex) throws IOException {
    socket.getOutputStream().write(HexFormat.of().parseHex(hex));
    return this;
  }

  /// The next bytes as hexadecimal text, fewer when the connection ends before.
  String read(int count) throws IOException {
    return HexFormat.of().formatHex(socket.getInputStream().readNBytes(count));
  }

  /// Whether the broker has closed the connection, within a given time.
  boolean closedWithin(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /// Writes what follows the fixed header.
  interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }
}
