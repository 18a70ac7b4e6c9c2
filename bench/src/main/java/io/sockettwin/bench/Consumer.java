package io.sockettwin.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.sockettwin.wire.Credentials;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// In place of the service: takes every report, acknowledges it and does nothing with it.
final class Consumer extends PacketReader implements AutoCloseable {
  static final String CLIENT_ID = "sockettwin";

  final LongAdder taken = new LongAdder();
  private final NioEventLoopGroup thread = new NioEventLoopGroup(1);
  private final CountDownLatch subscribed = new CountDownLatch(1);

  void connect(InetSocketAddress broker) throws InterruptedException {
    new Bootstrap()
        .group(thread)
        .channel(NioSocketChannel.class)
        .handler(this)
        .connect(broker)
        .sync();
    if (!subscribed.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the consumer is not subscribed");
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    write(context, Packets.connect(new Credentials(CLIENT_ID, CLIENT_ID, CLIENT_ID)));
  }

  @Override
  void read(ChannelHandlerContext context, int firstByte, ByteBuf body) {
    switch (firstByte >> 4) {
      case Packets.CONNACK -> write(context, Packets.subscribe(1, "$thing/up/#"));
      case Packets.SUBACK -> subscribed.countDown();
      case Packets.PUBLISH -> {
        body.skipBytes(body.readUnsignedShort());
        taken.increment();
        var _ = context.write(Packets.puback(body.readUnsignedShort()), context.voidPromise());
      }
      default -> throw new IllegalStateException("unexpected packet " + firstByte);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void close() {
    thread.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
