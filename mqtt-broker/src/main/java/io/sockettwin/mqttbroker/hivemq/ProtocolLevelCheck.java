package io.sockettwin.mqttbroker.hivemq;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.List;

/// Answers a CONNECT of an unknown protocol level with code 1 (MQTT 3.1.1 section 3.1.2.2); HiveMQ
/// closes the connection without a word. Looks at the first bytes of a connection, then leaves.
final class ProtocolLevelCheck extends ByteToMessageDecoder {

  private static final int CONNECT = 0x10;
  private static final int MAX_LENGTH_BYTES = 4;
  private static final int CONTINUATION = 0x80;
  private static final int LONGEST_NAME = "MQIsdp".length();
  private static final byte[] UNACCEPTABLE_PROTOCOL = {0x20, 2, 0, 1};

  /// Watches all connections that a listener accepts from now on.
  static void watch(EventLoopGroup listeners, int port) throws InterruptedException {
    for (EventExecutor executor : listeners) {
      if (executor instanceof SingleThreadEventLoop loop) {
        loop.submit(() -> watch(loop.registeredChannelsIterator(), port)).sync();
      }
    }
  }

  private static void watch(Iterator<Channel> channels, int port) {
    while (channels.hasNext()) {
      Channel listener = channels.next();
      if (listener.localAddress() instanceof InetSocketAddress address
          && address.getPort() == port) {
        listener.pipeline().addFirst(new Entrance());
      }
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a write that fails means a closed connection
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    switch (verdict(in)) {
      case INCOMPLETE -> {}
      case PASS -> context.pipeline().remove(this);
      case REFUSE -> {
        in.skipBytes(in.readableBytes());
        context
            .writeAndFlush(Unpooled.wrappedBuffer(UNACCEPTABLE_PROTOCOL))
            .addListener(ChannelFutureListener.CLOSE);
      }
    }
  }

  /// Whatever is not clearly a CONNECT is left to HiveMQ.
  static Verdict verdict(ByteBuf in) {
    if (!in.isReadable()) {
      return Verdict.INCOMPLETE;
    }
    int name = in.readerIndex() + 1;
    while (name < in.writerIndex() && (in.getByte(name) & CONTINUATION) != 0) {
      name++;
    }
    name++;
    if (in.getByte(in.readerIndex()) != CONNECT || name - in.readerIndex() > 1 + MAX_LENGTH_BYTES) {
      return Verdict.PASS;
    }
    int available = in.writerIndex() - name;
    if (available < Short.BYTES) {
      return Verdict.INCOMPLETE;
    }
    int length = in.getUnsignedShort(name);
    if (length > LONGEST_NAME) {
      return Verdict.PASS;
    }
    if (available <= Short.BYTES + length) {
      return Verdict.INCOMPLETE;
    }
    int level = in.getByte(name + Short.BYTES + length);
    return verdict(in.toString(name + Short.BYTES, length, US_ASCII), level);
  }

  private static Verdict verdict(String name, int level) {
    boolean unknown =
        switch (name) {
          case "MQIsdp" -> level != 3;
          case "MQTT" -> level != 4 && level != 5;
          default -> false;
        };
    return unknown ? Verdict.REFUSE : Verdict.PASS;
  }

  enum Verdict {
    INCOMPLETE,
    PASS,
    REFUSE
  }

  /// Sits in a listener, whose messages are the accepted connections.
  private static final class Entrance extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      Channel channel = (Channel) accepted;
      if (ProxyHeaderReader.trusts(channel)) {
        channel.pipeline().addLast(new ProxyHeaderReader());
      }
      channel.pipeline().addLast(new ProtocolLevelCheck());
      context.fireChannelRead(accepted);
    }
  }
}
