package io.sockettwin.service.tls;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.sockettwin.service.startup.StartupRefused;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The open port, with the threads that serve its connections.
final class TlsListener implements AutoCloseable {
  private final EventLoopGroup threads =
      new NioEventLoopGroup(0, new DefaultThreadFactory("tls", true));
  private final ThreadPoolExecutor handshakes;
  private final BrokerGuide guide;
  private final Channel channel;

  /// @param secrets the secret of a device that exists and is enabled; may block
  TlsListener(
      TlsConfig config,
      BrokerDoor door,
      Function<DeviceKey, Optional<DeviceSecret>> secrets,
      TlsMetrics metrics) {
    handshakes = handshakeThreads(config.maxWaiting());
    guide = new BrokerGuide(door, config.proxyProtocol());
    Guests guests = new Guests(config, metrics);
    int port = config.port().orElseThrow();
    ChannelFuture bound =
        bootstrap(new Entrance(config, secrets, handshakes, guide, guests))
            .bind(config.host(), port)
            .awaitUninterruptibly();
    channel = bound.channel();
    if (!bound.isSuccess()) {
      close();
      throw new StartupRefused(
          "MQTT over TLS port %d on %s cannot be opened (%s): choose another with sockettwin.tls.port."
              .formatted(port, config.host(), bound.cause().getMessage()));
    }
  }

  private ServerBootstrap bootstrap(Entrance entrance) {
    return new ServerBootstrap()
        .group(threads)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, Limits.BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(
            ChannelOption.RCVBUF_ALLOCATOR,
            new AdaptiveRecvByteBufAllocator(64, Limits.TYPICAL_READ_BYTES, Limits.READ_BYTES))
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(Limits.LOW_WATER_BYTES, Limits.HIGH_WATER_BYTES))
        .childHandler(entrance);
  }

  /// A connection has at most one step of its handshake in the queue.
  private static ThreadPoolExecutor handshakeThreads(int maxWaiting) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            Limits.HANDSHAKE_THREADS,
            Limits.HANDSHAKE_THREADS,
            Limits.HANDSHAKE_THREAD_IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(maxWaiting),
            Thread.ofPlatform().name("tls-handshake-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  @Override
  public void close() {
    threads.shutdownGracefully(0, Limits.STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    handshakes.shutdownNow();
    guide.close();
  }
}
