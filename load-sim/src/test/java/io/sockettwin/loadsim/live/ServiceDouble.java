package io.sockettwin.loadsim.live;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.loadsim.warp.Cloud;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Message;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/// A service in this process: MQTT and REST in front of twins. What it has of faults can be given.
final class ServiceDouble implements AutoCloseable {

  static final String KEY = "the-key";
  static final String PRODUCT = "DOUBLE0001";

  final Cloud cloud;
  final Map<DeviceKey, DeviceSecret> devices = new ConcurrentHashMap<>();
  final AlarmDouble alarms = new AlarmDouble();
  final TimerDouble timers;
  final Map<DeviceKey, MqttDouble> sessions = new ConcurrentHashMap<>();

  /// How many milliseconds late a message goes out; negative for never.
  volatile ToLongBiFunction<DeviceKey, Message.Down> delay = (_, _) -> 0;

  /// Whether anybody may log in and publish anything, as other systems' brokers allow.
  volatile boolean foreign;

  private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
  private final Channel server;
  private final RestDouble rest;

  ServiceDouble(Cloud cloud) throws IOException {
    this.cloud = cloud;
    this.rest = new RestDouble(this);
    this.timers = new TimerDouble(rest::control);
    this.server =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new MqttDecoder(),
                            MqttEncoder.INSTANCE,
                            new MqttDouble(ServiceDouble.this));
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  Target target() {
    return target(KEY, api(), Dialects.dataTemplate());
  }

  Target target(String key, @Nullable URI api, Dialect dialect) {
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    ServiceAddress address = new ServiceAddress("127.0.0.1", port);
    return new Target(address, api, key, null, null, dialect, List.of(), false, 1);
  }

  URI api() {
    return rest.address();
  }

  @Override
  public void close() {
    rest.close();
    timers.close();
    alarms.close();
    var _ = loop.shutdownGracefully().awaitUninterruptibly();
  }
}
