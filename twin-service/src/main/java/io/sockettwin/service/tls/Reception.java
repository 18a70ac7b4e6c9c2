package io.sockettwin.service.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import io.sockettwin.service.tls.ParsedConnect.Complete;
import io.sockettwin.service.tls.ParsedConnect.Incomplete;
import io.sockettwin.service.tls.ParsedConnect.Malformed;
import io.sockettwin.service.tls.ParsedConnect.TooLarge;
import io.sockettwin.service.tls.ParsedConnect.UnknownLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Waits for the end of the handshake and then for the CONNECT, for neither too long; brings the
/// client to the broker and leaves its place to a [Relay].
final class Reception extends ByteToMessageDecoder {
  private static final Logger LOG = Logger.getLogger(Reception.class);
  private static final int MQTT_3_1_1 = 4;

  private final TlsConfig config;
  private final BrokerGuide guide;
  private final Guests guests;
  private @Nullable Identity identity;
  private @Nullable ScheduledFuture<?> deadline;
  private boolean decided;

  Reception(TlsConfig config, BrokerGuide guide, Guests guests) {
    this.config = config;
    this.guide = guide;
    this.guests = guests;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    allow(context, config.handshakePatience(), Refusal.HANDSHAKE_TIMEOUT);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    switch (event) {
      case Identity proved -> {
        identity = proved;
        allow(context, config.connectPatience(), Refusal.CONNECT_TIMEOUT);
      }
      case SslHandshakeCompletionEvent handshake when handshake.isSuccess() ->
          allow(context, config.connectPatience(), Refusal.CONNECT_TIMEOUT);
      case SslHandshakeCompletionEvent failed -> refuse(context, Refusal.HANDSHAKE_FAILED);
      case Refusal reason -> refuse(context, reason);
      default -> context.fireUserEventTriggered(event);
    }
  }

  private void allow(ChannelHandlerContext context, Duration patience, Refusal tooLate) {
    endWait();
    deadline =
        context
            .executor()
            .schedule(() -> refuse(context, tooLate), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void endWait() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (decided) {
      return;
    }
    int start = in.readerIndex();
    switch (ConnectParser.parse(in)) {
      case Complete(ConnectPacket packet) ->
          decide(context, packet, in.slice(start, in.readerIndex() - start));
      case Incomplete() -> {}
      case Malformed() -> refuse(context, Refusal.CONNECT_MALFORMED);
      case TooLarge() -> refuse(context, Refusal.CONNECT_TOO_LARGE);
      case UnknownLevel() -> {
        say(context, Connack.refusing(MQTT_3_1_1, Connack.UNKNOWN_LEVEL));
        refuse(context, Refusal.CONNECT_REFUSED);
      }
    }
  }

  private void decide(ChannelHandlerContext context, ConnectPacket packet, ByteBuf original) {
    Identity proved = identity;
    if (proved == null) {
      // A session with our certificate: the broker checks the password.
      admit(context, packet.level(), original.copy());
      return;
    }
    Instant now = Instant.now();
    OptionalInt refusal = proved.refusal(packet, now);
    if (refusal.isPresent()) {
      LOG.debugf("%s: CONNECT refused, code %d", proved.device(), refusal.getAsInt());
      say(context, Connack.refusing(packet.level(), refusal.getAsInt()));
      refuse(context, Refusal.CONNECT_REFUSED);
    } else {
      String connectionId = Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36), 36);
      admit(
          context, packet.level(), packet.signed(proved.login(connectionId, now), context.alloc()));
    }
  }

  /// Whatever follows the CONNECT stays here until the broker's connection is open.
  private void admit(ChannelHandlerContext context, int level, ByteBuf connect) {
    decided = true;
    endWait();
    Channel client = context.channel();
    client.config().setAutoRead(false);
    ChannelFuture connected = guide.connectFor(client);
    var _ =
        connected.addListener(any -> {
          if (!connected.isSuccess()) {
            connect.release();
            LOG.debug("The broker cannot be reached", connected.cause());
            guests.refused(Refusal.BROKER_UNREACHABLE);
            say(context, Connack.refusing(level, Connack.UNAVAILABLE));
            var _ = context.close();
          } else if (!client.isActive()) {
            connect.release();
            var _ = connected.channel().close();
          } else {
            guide.introduce(client, connected.channel(), connect);
            guests.admitted();
            context.pipeline().addLast(new Relay(connected.channel()));
            context.pipeline().remove(this);
            client.config().setAutoRead(true);
          }
        });
  }

  private static void say(ChannelHandlerContext context, byte[] packet) {
    var _ = context.writeAndFlush(Unpooled.wrappedBuffer(packet));
  }

  private void refuse(ChannelHandlerContext context, Refusal reason) {
    if (!decided) {
      decided = true;
      endWait();
      guests.refused(reason);
      var _ = context.close();
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    decided = true;
    endWait();
    guests.waitsNoLonger();
  }

  /// What is no TLS, or a TLS session broken by the other end. A connection that is merely lost is
  /// nobody's fault.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof DecoderException) {
      refuse(context, Refusal.NOT_TLS);
    }
    var _ = context.close();
  }
}
