package io.sockettwin.service.tls;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import java.net.InetSocketAddress;

/// Opens the connections to the broker, one for each device.
final class BrokerGuide implements AutoCloseable {
  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(Limits.LOW_WATER_BYTES, Limits.HIGH_WATER_BYTES);

  private final BrokerDoor door;
  private final boolean proxyProtocol;

  /// The JDK's look-up would block the thread of many other connections.
  private final DnsAddressResolverGroup names =
      new DnsAddressResolverGroup(
          NioDatagramChannel.class, DnsServerAddressStreamProviders.platformDefault());

  BrokerGuide(BrokerDoor door, boolean proxyProtocol) {
    this.door = door;
    this.proxyProtocol = proxyProtocol || door.hearsProxyHeaders();
  }

  /// Connects on the client's own thread; what the broker sends goes to the client.
  ChannelFuture connectFor(Channel client) {
    return new Bootstrap()
        .group(client.eventLoop())
        .channel(NioSocketChannel.class)
        .resolver(names)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Limits.BROKER_PATIENCE.toMillis())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
        .handler(new Relay(client))
        .connect(door.address());
  }

  /// Says who comes, and hands over the first packet.
  void introduce(Channel client, Channel broker, ByteBuf connect) {
    if (proxyProtocol
        && client.remoteAddress() instanceof InetSocketAddress source
        && client.localAddress() instanceof InetSocketAddress destination) {
      var _ = broker.write(client.alloc().buffer().writeBytes(ProxyHeader.of(source, destination)));
    }
    var _ = broker.writeAndFlush(connect);
  }

  @Override
  public void close() {
    names.close();
  }
}
