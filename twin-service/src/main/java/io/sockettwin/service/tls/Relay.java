package io.sockettwin.service.tls;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/// Copies what one channel receives to another. While the other one does not keep up, nothing more
/// is read. Each end's close is the other's, after what was sent before.
final class Relay extends ChannelInboundHandlerAdapter {
  private final Channel other;

  Relay(Channel other) {
    this.other = other;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (other.isActive()) {
      var _ = other.write(message);
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    other.flush();
    context.channel().config().setAutoRead(other.isWritable());
  }

  /// This channel keeps up again, or no longer.
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    other.config().setAutoRead(context.channel().isWritable());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ChannelHandlerContext innermost = other.pipeline().lastContext();
    if (innermost != null) {
      Farewell.after(other.writeAndFlush(Unpooled.EMPTY_BUFFER), innermost);
    }
  }

  /// A lost connection, or a TLS session that the other end has broken.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
