package io.sockettwin.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;

/// One connection of a device: logs in, subscribes, and reads what comes.
final class Connection extends PacketReader {
  private static final byte[] REPLY =
      "{\"method\":\"report_reply\",\"clientToken\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CODE = "\",\"code\":".getBytes(StandardCharsets.US_ASCII);

  private final Device device;

  Connection(Device device) {
    this.device = device;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    write(context, Packets.connect(device.identity.credentials()));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    super.channelInactive(context);
    device.lost();
  }

  @Override
  void read(ChannelHandlerContext context, int firstByte, ByteBuf body) {
    switch (firstByte >> 4) {
      case Packets.CONNACK -> loggedIn(context, body.getByte(1));
      case Packets.SUBACK -> device.subscribed(context.channel());
      case Packets.PUBACK -> device.acknowledged(body.getUnsignedShort(0));
      case Packets.PUBLISH -> published(context, firstByte, body);
      default -> throw new IllegalStateException("unexpected packet " + firstByte);
    }
  }

  private void loggedIn(ChannelHandlerContext context, int code) {
    if (code == 0) {
      Identity who = device.identity;
      write(
          context, Packets.subscribe(1, who.topic("down", "property"), who.topic("down", "event")));
    } else {
      var _ = context.close();
    }
  }

  private void published(ChannelHandlerContext context, int firstByte, ByteBuf body) {
    body.skipBytes(body.readUnsignedShort());
    if ((firstByte & 0b0110) != 0) {
      write(context, Packets.puback(body.readUnsignedShort()));
    }
    if (skip(body, REPLY)) {
      long token = number(body, ReportPacket.TOKEN_DIGITS);
      int code = skip(body, CODE) ? body.getByte(body.readerIndex()) - '0' : -1;
      device.answered(token, code);
    } else {
      device.heard(body.toString(StandardCharsets.UTF_8));
    }
  }

  /// Skips the bytes if they come next and are not all.
  private static boolean skip(ByteBuf bytes, byte[] expected) {
    int begin = bytes.readerIndex();
    if (bytes.readableBytes() <= expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes.getByte(begin + i) != expected[i]) {
        return false;
      }
    }
    bytes.skipBytes(expected.length);
    return true;
  }

  private static long number(ByteBuf bytes, int digits) {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      number = number * 10 + bytes.readByte() - '0';
    }
    return number;
  }
}
