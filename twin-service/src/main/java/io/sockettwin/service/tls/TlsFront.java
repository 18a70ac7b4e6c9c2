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
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.device.DeviceLogins;
import io.sockettwin.service.startup.StartupRefused;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Listens for TLS and passes what comes out of it to the broker.
@Singleton
class TlsFront {
  private static final Logger LOG = Logger.getLogger(TlsFront.class);

  /// When there is a broker to pass devices to, and while there still is one.
  private static final int LATE = Interceptor.Priority.LIBRARY_AFTER;

  private static final int EARLY = Interceptor.Priority.PLATFORM_BEFORE;

  private final TlsConfig config;
  private final BrokerDoor door;
  private final DeviceLogins devices;
  private final TlsMetrics metrics;
  private final Deque<Runnable> open = new ArrayDeque<>();
  private @Nullable Channel listener;

  TlsFront(TlsConfig config, BrokerDoor door, DeviceLogins devices, TlsMetrics metrics) {
    this.config = config;
    this.door = door;
    this.devices = devices;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(LATE) StartupEvent event) {
    if (config.port().isEmpty()) {
      return;
    }
    int port = config.port().getAsInt();
    BrokerGuide guide = new BrokerGuide(door, config.proxyProtocol());
    open.push(guide::close);
    ThreadPoolExecutor handshakes = handshakeThreads(config.maxWaiting());
    open.push(handshakes::shutdownNow);
    EventLoopGroup threads = new NioEventLoopGroup(0, new DefaultThreadFactory("tls", true));
    open.push(() -> threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly());
    ChannelFuture bound =
        bootstrap(
                threads,
                new Entrance(
                    config, devices::secret, handshakes, guide, new Guests(config, metrics)))
            .bind(config.host(), port)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new StartupRefused(
          "MQTT over TLS port %d on %s cannot be opened (%s): choose another with sockettwin.tls.port."
              .formatted(port, config.host(), bound.cause().getMessage()));
    }
    listener = bound.channel();
    LOG.infof("MQTT over TLS listening on %s:%d", config.host(), port().orElseThrow());
  }

  private static ServerBootstrap bootstrap(EventLoopGroup threads, Entrance entrance) {
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

  OptionalInt port() {
    return listener != null && listener.localAddress() instanceof InetSocketAddress address
        ? OptionalInt.of(address.getPort())
        : OptionalInt.empty();
  }

  void stop(@Observes @Priority(EARLY) ShutdownEvent event) {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
