package io.sockettwin.loadsim.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;
import io.sockettwin.loadsim.fleet.Link.Stall;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection, from its first packet to its last. Lives on its lane's event loop.
final class MqttConnection extends ChannelInboundHandlerAdapter {

  private static final int MAX_PACKET_ID = 65_535;
  private static final int REFUSED = 0x80;

  /// What a connection tells its owner.
  interface Owner {
    void accepted(MqttConnection from);

    void refused(MqttConnection from, MqttConnectReturnCode code);

    void subscribed(MqttConnection from, boolean granted);

    void received(MqttConnection from, String topic, byte[] payload);

    void acknowledged(MqttConnection from, int packetId);

    void ended(MqttConnection from, boolean wasAccepted);
  }

  private final Owner owner;
  private final Dialect.Login login;
  private final int keepAliveSeconds;
  private @Nullable Channel channel;
  private Stall stall = Stall.NOTHING;
  private int lastPacketId;
  private boolean accepted;
  private boolean heard;

  MqttConnection(Owner owner, Dialect.Login login, int keepAliveSeconds) {
    this.owner = owner;
    this.login = login;
    this.keepAliveSeconds = keepAliveSeconds;
  }

  void open(Bootstrap bootstrap, InetSocketAddress to, @Nullable InetSocketAddress from) {
    ChannelFuture opening = from == null ? bootstrap.connect(to) : bootstrap.connect(to, from);
    channel = opening.channel();
    opening.addListener(done -> {
      if (!done.isSuccess()) {
        // Perhaps at once, and the owner is still busy opening it.
        opening.channel().eventLoop().execute(() -> owner.ended(this, false));
      }
    });
  }

  /// Whether anything was heard since this was asked last.
  boolean heardOf() {
    boolean was = heard;
    heard = false;
    return was;
  }

  void subscribe(List<String> filters) {
    var builder = MqttMessageBuilders.subscribe().messageId(nextPacketId());
    filters.forEach(filter -> builder.addSubscription(MqttQoS.AT_LEAST_ONCE, filter));
    send(builder.build());
  }

  /// The packet's id, 0 at QoS 0.
  int publish(String topic, ByteBuffer payload, int qos) {
    int packetId = qos == 0 ? 0 : nextPacketId();
    send(
        MqttMessageBuilders.publish()
            .topicName(topic)
            .qos(MqttQoS.valueOf(qos))
            .messageId(packetId)
            .payload(Unpooled.wrappedBuffer(payload))
            .build());
    return packetId;
  }

  void ping() {
    send(MqttMessage.PINGREQ);
  }

  void disconnect() {
    send(MqttMessage.DISCONNECT);
    close();
  }

  /// Without a good-bye: the other side is told by a reset.
  void reset() {
    Channel open = channel;
    if (open != null) {
      open.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    close();
  }

  void close() {
    Channel open = channel;
    if (open != null) {
      var _ = open.close();
    }
  }

  void stall(Stall next) {
    stall = next;
    Channel open = channel;
    if (open != null) {
      open.config().setAutoRead(next == Stall.NOTHING);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    var connect =
        MqttMessageBuilders.connect()
            .protocolVersion(MqttVersion.MQTT_3_1_1)
            .clientId(login.clientId())
            .cleanSession(true)
            .keepAlive(keepAliveSeconds);
    if (login.userName() != null) {
      connect.username(login.userName());
    }
    if (login.password() != null) {
      connect.password(login.password().getBytes(StandardCharsets.UTF_8));
    }
    var _ = context.writeAndFlush(connect.build(), context.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    heard = true;
    try {
      if (message instanceof MqttMessage packet && packet.decoderResult().isSuccess()) {
        take(packet);
      } else {
        var _ = context.close();
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    owner.ended(this, accepted);
  }

  /// The network may do as it likes; the end follows.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  private void take(MqttMessage packet) {
    switch (packet.fixedHeader().messageType()) {
      case CONNACK -> connAck((MqttConnAckMessage) packet);
      case SUBACK -> {
        var codes = ((MqttSubAckMessage) packet).payload().grantedQoSLevels();
        owner.subscribed(this, codes.stream().noneMatch(code -> code >= REFUSED));
      }
      case PUBLISH -> publish((MqttPublishMessage) packet);
      case PUBACK ->
          owner.acknowledged(
              this, ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId());
      default -> {
        // Pings are answered by being heard at all; the rest is not for clients at QoS 1.
      }
    }
  }

  private void connAck(MqttConnAckMessage packet) {
    var code = packet.variableHeader().connectReturnCode();
    if (code == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
      accepted = true;
      owner.accepted(this);
    } else {
      owner.refused(this, code);
      close();
    }
  }

  private void publish(MqttPublishMessage packet) {
    if (packet.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      send(MqttMessageBuilders.pubAck().packetId(packet.variableHeader().packetId()).build());
    }
    owner.received(
        this, packet.variableHeader().topicName(), ByteBufUtil.getBytes(packet.payload()));
  }

  private void send(MqttMessage packet) {
    Channel open = channel;
    if (open == null || !open.isActive() || stall == Stall.EVERYTHING) {
      ReferenceCountUtil.release(packet);
    } else if (!open.isWritable()) {
      ReferenceCountUtil.release(packet);
      reset();
    } else {
      var _ = open.writeAndFlush(packet, open.voidPromise());
    }
  }

  private int nextPacketId() {
    lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
    return lastPacketId;
  }
}
