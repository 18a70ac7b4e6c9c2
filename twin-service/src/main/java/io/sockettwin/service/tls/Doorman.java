package io.sockettwin.service.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslClientHelloHandler;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a client's first message, and leaves the connection to the handler for what it offers: a
/// pre-shared key, or a session with our certificate. So one port serves both, as the vendor's
/// does.
final class Doorman extends SslClientHelloHandler<Doorman.Kind> {
  /// Alert, TLS 1.2, two bytes: fatal, handshake_failure (RFC 5246, section 7.2).
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

  private final Handlers handlers;
  private boolean answered;

  enum Kind {
    PRE_SHARED_KEY,
    CERTIFICATE,
    NOT_TLS
  }

  /// Makes the handler of one connection.
  interface Handlers {
    ChannelHandler preSharedKey();

    /// Empty without a certificate.
    Optional<ChannelHandler> certificate(Channel channel);
  }

  Doorman(Handlers handlers) {
    super(Limits.CLIENT_HELLO_BYTES);
    this.handlers = handlers;
  }

  @Override
  protected Future<Kind> lookup(ChannelHandlerContext context, @Nullable ByteBuf clientHello) {
    return context.executor().newSucceededFuture(kind(clientHello));
  }

  private static Kind kind(@Nullable ByteBuf clientHello) {
    if (clientHello == null) {
      return Kind.NOT_TLS;
    }
    return ClientHello.offersPreSharedKey(clientHello) ? Kind.PRE_SHARED_KEY : Kind.CERTIFICATE;
  }

  /// Netty asks again for the same message as long as this handler is there.
  @Override
  protected void onLookupComplete(ChannelHandlerContext context, Future<Kind> kind) {
    if (answered) {
      return;
    }
    answered = true;
    switch (kind.getNow()) {
      case PRE_SHARED_KEY -> context.pipeline().replace(this, "psk", handlers.preSharedKey());
      case CERTIFICATE ->
          handlers
              .certificate(context.channel())
              .ifPresentOrElse(
                  handler -> context.pipeline().replace(this, "certificate", handler),
                  () -> {
                    var _ = context.writeAndFlush(Unpooled.wrappedBuffer(HANDSHAKE_FAILURE));
                    context.fireUserEventTriggered(Refusal.NO_COMMON_CIPHER_SUITE);
                  });
      case NOT_TLS -> context.fireUserEventTriggered(Refusal.NOT_TLS);
    }
  }
}
