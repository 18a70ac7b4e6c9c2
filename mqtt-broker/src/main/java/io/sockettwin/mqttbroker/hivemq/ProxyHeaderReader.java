package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.extension.sdk.api.client.parameter.ConnectionAttributeStore;
import com.hivemq.extensions.client.parameter.ConnectionAttributeStoreImpl;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// Learns from a front on this machine where a connection really comes from: PROXY protocol,
/// version 2, section 2.2. From elsewhere nobody is believed: there such bytes are no MQTT.
///
/// Looks at the first bytes of a connection, then leaves.
final class ProxyHeaderReader extends ByteToMessageDecoder {

  private static final ByteBuf SIGNATURE =
      Unpooled.unreleasableBuffer(
          Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump("0d0a0d0a000d0a515549540a21"))
              .asReadOnly());
  private static final int FAMILY = 13;
  private static final int LENGTH = 14;
  private static final int ADDRESSES = 16;
  private static final int TCP_OVER_IPV4 = 0x11;
  private static final int TCP_OVER_IPV6 = 0x21;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;
  private static final String ADDRESS = "sockettwin.address";

  /// Whether this end may say who it is.
  static boolean trusts(Channel accepted) {
    return accepted.remoteAddress() instanceof InetSocketAddress address
        && address.getAddress().isLoopbackAddress();
  }

  /// What the header of a connection has said.
  static Optional<String> address(ConnectionAttributeStore attributes) {
    return attributes.getAsString(ADDRESS);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws UnknownHostException {
    int compared = Math.min(in.readableBytes(), SIGNATURE.capacity());
    if (!ByteBufUtil.equals(in, in.readerIndex(), SIGNATURE, 0, compared)) {
      context.pipeline().remove(this);
      return;
    }
    if (in.readableBytes() < ADDRESSES) {
      return;
    }
    int length = in.getUnsignedShort(in.readerIndex() + LENGTH);
    if (in.readableBytes() < ADDRESSES + length) {
      return;
    }
    int bytes =
        switch (in.getUnsignedByte(in.readerIndex() + FAMILY)) {
          case TCP_OVER_IPV4 -> IPV4_BYTES;
          case TCP_OVER_IPV6 -> IPV6_BYTES;
          default -> 0;
        };
    if (bytes > 0 && bytes <= length) {
      byte[] source = ByteBufUtil.getBytes(in, in.readerIndex() + ADDRESSES, bytes);
      new ConnectionAttributeStoreImpl(context.channel())
          .putAsString(ADDRESS, InetAddress.getByAddress(source).getHostAddress());
    }
    in.skipBytes(ADDRESSES + length);
    context.pipeline().remove(this);
  }
}
