package io.sockettwin.service.tls;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/// Lets connections in, as many as there are places, and sets up what each of them passes through.
final class Entrance extends ChannelInitializer<SocketChannel> implements Doorman.Handlers {
  /// The JDK's ciphers, which use the processor's instructions for AES; Bouncy Castle's own do not.
  private final TlsCrypto crypto = new JcaTlsCryptoProvider().create(new SecureRandom());

  private final TlsConfig config;
  private final Optional<SslContext> certificate;
  private final Function<DeviceKey, Optional<DeviceSecret>> secrets;
  private final Executor handshakes;
  private final BrokerGuide guide;
  private final Guests guests;

  Entrance(
      TlsConfig config,
      Function<DeviceKey, Optional<DeviceSecret>> secrets,
      Executor handshakes,
      BrokerGuide guide,
      Guests guests) {
    this.config = config;
    this.certificate = ServerCertificate.of(config);
    this.secrets = secrets;
    this.handshakes = handshakes;
    this.guide = guide;
    this.guests = guests;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    InetSocketAddress from = channel.remoteAddress();
    if (from == null || !guests.enter(from.getAddress(), System.nanoTime())) {
      var _ = channel.close();
      return;
    }
    var _ = channel.closeFuture().addListener(any -> guests.left());
    channel.pipeline().addLast(new Doorman(this), new Reception(config, guide, guests));
  }

  @Override
  public ChannelHandler preSharedKey() {
    return new PskHandler(new PskServer(crypto, secrets), handshakes);
  }

  @Override
  public Optional<ChannelHandler> certificate(Channel channel) {
    return certificate.map(context -> context.newHandler(channel.alloc(), handshakes));
  }
}
