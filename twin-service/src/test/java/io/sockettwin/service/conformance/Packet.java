package io.sockettwin.service.conformance;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// An MQTT packet as bytes.
@SuppressWarnings("ArrayRecordComponent") // not compared
record Packet(int header, byte[] body) {
  static final int CONNECT = 1;
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBSCRIBE = 8;
  static final int SUBACK = 9;
  static final int UNSUBSCRIBE = 10;
  static final int PINGREQ = 12;
  static final int DISCONNECT = 14;

  /// Writes what follows the fixed header.
  interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }

  static Packet of(int type, int flags, Body body) {
    try {
      var bytes = new ByteArrayOutputStream();
      body.writeTo(new DataOutputStream(bytes));
      return new Packet(type << 4 | flags, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int type() {
    return (header & 0xF0) >> 4;
  }

  int qos() {
    return (header & 0b0110) >> 1;
  }

  ByteBuffer content() {
    return ByteBuffer.wrap(body);
  }

  byte[] bytes() {
    var packet = new ByteArrayOutputStream();
    packet.write(header);
    int length = body.length;
    do {
      packet.write(length > 127 ? length % 128 | 128 : length);
      length /= 128;
    } while (length > 0);
    packet.writeBytes(body);
    return packet.toByteArray();
  }

  static Packet read(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    int header = in.readUnsignedByte();
    int length = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      length |= (next & 127) << shift;
      shift += 7;
    } while ((next & 128) != 0);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return new Packet(header, body);
  }
}
