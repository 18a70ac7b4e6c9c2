package io.sockettwin.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/// Cuts what comes on a connection into MQTT packets.
abstract class PacketReader extends ChannelInboundHandlerAdapter {
  private @Nullable ByteBuf rest;

  /// @param firstByte type and flags
  /// @param body what follows the length; only valid during the call
  abstract void read(ChannelHandlerContext context, int firstByte, ByteBuf body);

  static void write(ChannelHandlerContext context, ByteBuf packet) {
    var _ = context.writeAndFlush(packet, context.voidPromise());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (rest != null) {
      rest.release();
      rest = null;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  /// Packets may come in pieces.
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (rest != null) {
      ByteBuf whole = context.alloc().buffer().writeBytes(rest).writeBytes(bytes);
      rest.release();
      bytes.release();
      rest = null;
      bytes = whole;
    }
    boolean more = true;
    while (more) {
      more = readPacket(context, bytes);
    }
    if (bytes.isReadable()) {
      rest = bytes;
    } else {
      bytes.release();
    }
  }

  /// Section 2.2: one byte, and the length of what follows in up to four.
  private boolean readPacket(ChannelHandlerContext context, ByteBuf bytes) {
    int at = bytes.readerIndex() + 1;
    int length = 0;
    int shift = 0;
    byte digit;
    do {
      if (at >= bytes.writerIndex()) {
        return false;
      }
      digit = bytes.getByte(at++);
      length |= (digit & 127) << shift;
      shift += 7;
    } while (digit < 0);
    if (at + length > bytes.writerIndex()) {
      return false;
    }
    read(context, bytes.getUnsignedByte(bytes.readerIndex()), bytes.slice(at, length));
    bytes.readerIndex(at + length);
    return true;
  }
}
