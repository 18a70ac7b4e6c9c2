package io.sockettwin.loadsim.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How connections are made: where to, where from, and with which limits.
///
/// @param sources local addresses used in turn, since one has some 28 000 ports; empty for any
record Wiring(
    InetSocketAddress service,
    List<InetSocketAddress> sources,
    Dialect dialect,
    Identities identities) {

  private static final int CONNECT_MILLIS = 10_000;

  /// Messages to a socket are short; the buffer is shared, not kept per connection.
  private static final int READ_BYTES = 2_048;

  /// What waits to be sent on one connection before it counts as dead.
  private static final int WRITE_LIMIT_BYTES = 256 * 1_024;

  Bootstrap bootstrap(Lane lane, MqttConnection handler) {
    return new Bootstrap()
        .group(lane.loop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
        .option(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(WRITE_LIMIT_BYTES / 2, WRITE_LIMIT_BYTES))
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(new MqttDecoder(), MqttEncoder.INSTANCE, handler);
              }
            });
  }

  @Nullable InetSocketAddress source(int number) {
    return sources.isEmpty() ? null : sources.get(number % sources.size());
  }
}
