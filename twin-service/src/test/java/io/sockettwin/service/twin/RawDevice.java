package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.Hmac;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// A device that is only bytes, for what client libraries refuse to send.
final class RawDevice implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 10_000;

  private final Socket socket;

  private RawDevice(Socket socket) {
    this.socket = socket;
  }

  /// Sends CONNECT of MQTT 3.1.1 with clean session, and a will unless its topic is empty.
  static RawDevice connect(DeviceKey key, int port, String willTopic, String will)
      throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    RawDevice device = new RawDevice(socket);
    Credentials login =
        Credentials.sign(key, Device.secret(), Hmac.SHA1, "abcde", Integer.MAX_VALUE);
    device.packet(
        0x10,
        body -> {
          body.writeUTF("MQTT");
          body.writeByte(4);
          // User name, password, clean session; will with QoS 1.
          body.writeByte(willTopic.isEmpty() ? 0xC2 : 0xCE);
          body.writeShort(240);
          body.writeUTF(login.clientId());
          if (!willTopic.isEmpty()) {
            body.writeUTF(willTopic);
            body.writeUTF(will);
          }
          body.writeUTF(login.userName());
          body.writeUTF(login.password());
        });
    return device;
  }

  /// Sends PUBLISH, its flags as they stand in the first byte.
  void publish(int flags, byte[] topic, byte[] payload) throws IOException {
    packet(
        0x30 | flags,
        body -> {
          body.writeShort(topic.length);
          body.write(topic);
          if ((flags & 0b0110) != 0) {
            body.writeShort(1);
          }
          body.write(payload);
        });
  }

  /// Whether CONNACK says yes; no as well when the connection ends instead.
  boolean isAccepted() throws IOException {
    try {
      byte[] connack = socket.getInputStream().readNBytes(4);
      return connack.length == 4 && connack[0] == 0x20 && connack[3] == 0;
    } catch (SocketException e) {
      return false;
    }
  }

  /// Whether the broker ends the connection.
  boolean isClosed() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private void packet(int header, Body body) throws IOException {
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
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Without DISCONNECT, as a device that loses power.
  @Override
  public void close() throws IOException {
    socket.close();
  }

  private interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }
}
