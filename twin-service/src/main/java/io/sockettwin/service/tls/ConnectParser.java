package io.sockettwin.service.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.sockettwin.service.tls.ParsedConnect.Complete;
import io.sockettwin.service.tls.ParsedConnect.Incomplete;
import io.sockettwin.service.tls.ParsedConnect.Malformed;
import io.sockettwin.service.tls.ParsedConnect.TooLarge;
import io.sockettwin.service.tls.ParsedConnect.UnknownLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the first packet of an MQTT client, which must be a CONNECT (MQTT 3.1.1, section 3.1).
final class ConnectParser {
  private static final int MAX_LENGTH_BYTES = 4;
  private static final int WILL = 0x04;
  private static final int PASSWORD = 0x40;
  private static final int USER_NAME = 0x80;

  private final ByteBuf body;

  private ConnectParser(ByteBuf body) {
    this.body = body;
  }

  /// Moves the reader index behind the packet when it is complete, and leaves it otherwise.
  static ParsedConnect parse(ByteBuf in) {
    if (!in.isReadable()) {
      return new Incomplete();
    }
    if (in.getByte(in.readerIndex()) != ConnectPacket.TYPE) {
      return new Malformed();
    }
    ByteBuf view = in.duplicate().skipBytes(1);
    int before = view.readableBytes();
    Optional<Integer> length = variableLength(view);
    if (length.isEmpty()) {
      return before < MAX_LENGTH_BYTES ? new Incomplete() : new Malformed();
    }
    if (length.get() > Limits.CONNECT_BYTES) {
      return new TooLarge();
    }
    if (view.readableBytes() < length.get()) {
      return new Incomplete();
    }
    ParsedConnect parsed = new ConnectParser(view.readSlice(length.get())).packet();
    in.readerIndex(view.readerIndex());
    return parsed;
  }

  private ParsedConnect packet() {
    int start = body.readerIndex();
    String protocol = text();
    if (protocol == null || body.readableBytes() < 4) {
      return new Malformed();
    }
    int level = body.readUnsignedByte();
    if (!(protocol.equals("MQIsdp") && level == 3)
        && !(protocol.equals("MQTT") && (level == 4 || level == ConnectPacket.MQTT_5))) {
      return new UnknownLevel();
    }
    int flagsAt = body.readerIndex() - start;
    int flags = body.readUnsignedByte();
    body.skipBytes(Short.BYTES);
    boolean intact = level != ConnectPacket.MQTT_5 || skipProperties();
    String clientId = intact ? text() : null;
    if (clientId == null || ((flags & WILL) != 0 && !skipWill(level))) {
      return new Malformed();
    }
    byte[] head = ByteBufUtil.getBytes(body, start, body.readerIndex() - start);
    String userName = (flags & USER_NAME) == 0 ? null : text();
    boolean complete =
        ((flags & USER_NAME) == 0 || userName != null)
            && ((flags & PASSWORD) == 0 || skipField())
            && !body.isReadable();
    return complete
        ? new Complete(new ConnectPacket(level, head, flagsAt, clientId, userName))
        : new Malformed();
  }

  private boolean skipWill(int level) {
    return (level != ConnectPacket.MQTT_5 || skipProperties()) && skipField() && skipField();
  }

  private boolean skipProperties() {
    return variableLength(body).filter(this::skip).isPresent();
  }

  private boolean skipField() {
    return body.readableBytes() >= Short.BYTES && skip(body.readUnsignedShort());
  }

  private boolean skip(int length) {
    if (body.readableBytes() < length) {
      return false;
    }
    body.skipBytes(length);
    return true;
  }

  private @Nullable String text() {
    int start = body.readerIndex() + Short.BYTES;
    return skipField() ? body.toString(start, body.readerIndex() - start, UTF_8) : null;
  }

  private static Optional<Integer> variableLength(ByteBuf in) {
    int length = 0;
    for (int i = 0; i < MAX_LENGTH_BYTES && in.isReadable(); i++) {
      int next = in.readUnsignedByte();
      length |= (next & 0x7F) << (7 * i);
      if ((next & 0x80) == 0) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }
}
