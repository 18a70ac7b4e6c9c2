package io.sockettwin.service.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerProtocol;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// TLS with a pre-shared key in a channel: bytes from the network become plain ones and the
/// reverse.
///
/// The handshake is computed on other threads, one step at a time, since finding the key may wait
/// for the database; meanwhile nothing is read. Afterwards all happens on the channel's own thread.
final class PskHandler extends ChannelDuplexHandler {
  private static final Logger LOG = Logger.getLogger(PskHandler.class);

  private final TlsServerProtocol protocol = new TlsServerProtocol();
  private final PskServer server;
  private final Executor handshakes;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private State state = State.HANDSHAKE;

  private enum State {
    HANDSHAKE,
    COMPUTING,
    OPEN,
    LEAVING,
    CLOSED
  }

  PskHandler(PskServer server, Executor handshakes) {
    this.server = server;
    this.handshakes = handshakes;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) throws IOException {
    protocol.accept(server);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf encrypted = (ByteBuf) message;
    byte[] bytes = ByteBufUtil.getBytes(encrypted);
    encrypted.release();
    waiting.add(bytes);
    proceed(context);
  }

  private void proceed(ChannelHandlerContext context) {
    while (!waiting.isEmpty() && (state == State.HANDSHAKE || state == State.OPEN)) {
      byte[] bytes = waiting.remove();
      if (state == State.HANDSHAKE) {
        compute(context, bytes);
      } else {
        taken(context, offer(bytes));
      }
    }
  }

  private void compute(ChannelHandlerContext context, byte[] bytes) {
    state = State.COMPUTING;
    context.channel().config().setAutoRead(false);
    try {
      handshakes.execute(() -> {
        IOException failure = offer(bytes);
        context.executor().execute(() -> computed(context, failure));
      });
    } catch (RejectedExecutionException e) {
      fail(context, Refusal.TOO_MANY_WAITING);
    }
  }

  private @Nullable IOException offer(byte[] bytes) {
    try {
      protocol.offerInput(bytes);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private void computed(ChannelHandlerContext context, @Nullable IOException failure) {
    if (state != State.COMPUTING) {
      return;
    }
    if (failure != null || protocol.isClosed()) {
      fail(context, reason(failure));
      return;
    }
    // Before anything is passed on: whoever gets it may want to stop reading again.
    context.channel().config().setAutoRead(true);
    if (protocol.isConnected()) {
      state = State.OPEN;
      context.fireUserEventTriggered(server.identity().orElseThrow());
    } else {
      state = State.HANDSHAKE;
    }
    taken(context, null);
    proceed(context);
    context.fireChannelReadComplete();
  }

  private Refusal reason(@Nullable IOException failure) {
    // Bouncy Castle's word for an exception in the look-up.
    if (failure instanceof TlsFatalAlert alert
        && alert.getAlertDescription() == AlertDescription.internal_error) {
      LOG.warnf("The key of a device was not looked up: %s", alert.getCause());
      return Refusal.LOOKUP_FAILED;
    }
    if (!server.named()) {
      return Refusal.HANDSHAKE_FAILED;
    }
    return server.identity().isPresent() ? Refusal.WRONG_KEY : Refusal.UNKNOWN_IDENTITY;
  }

  private void fail(ChannelHandlerContext context, Refusal reason) {
    end(context);
    context.fireUserEventTriggered(reason);
  }

  /// Passes on what the protocol has made of some input, and answers.
  private void taken(ChannelHandlerContext context, @Nullable IOException failure) {
    int available = protocol.getAvailableInputBytes();
    if (available > 0) {
      byte[] plain = new byte[available];
      protocol.readInput(plain, 0, available);
      context.fireChannelRead(context.alloc().buffer(available).writeBytes(plain));
    }
    if (failure != null || protocol.isClosed()) {
      end(context);
    } else if (protocol.getAvailableOutputBytes() > 0) {
      var _ = context.writeAndFlush(output(context));
    }
  }

  /// Sends what is left to say, an alert as a rule, and closes.
  private void end(ChannelHandlerContext context) {
    state = State.LEAVING;
    waiting.clear();
    Farewell.after(context.writeAndFlush(output(context)), context);
  }

  private ByteBuf output(ChannelHandlerContext context) {
    int available = protocol.getAvailableOutputBytes();
    byte[] encrypted = new byte[available];
    protocol.readOutput(encrypted, 0, available);
    return context.alloc().buffer(available).writeBytes(encrypted);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws IOException {
    ByteBuf plain = (ByteBuf) message;
    if (state != State.OPEN) {
      plain.release();
      promise.setFailure(new IOException("no session to write to"));
      return;
    }
    byte[] bytes = ByteBufUtil.getBytes(plain);
    plain.release();
    for (int from = 0; from < bytes.length; from += Limits.RECORD_BYTES) {
      protocol.writeApplicationData(
          bytes, from, Math.min(Limits.RECORD_BYTES, bytes.length - from));
    }
    var _ = context.write(output(context), promise);
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) throws IOException {
    if (state != State.OPEN && state != State.LEAVING) {
      state = State.CLOSED;
      var _ = context.close(promise);
      return;
    }
    if (state == State.OPEN) {
      protocol.close();
      end(context);
    }
    var _ = context.channel().closeFuture().addListener(any -> promise.trySuccess());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    state = State.CLOSED;
    waiting.clear();
    context.fireChannelInactive();
  }
}
