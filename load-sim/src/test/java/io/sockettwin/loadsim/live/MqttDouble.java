package io.sockettwin.loadsim.live;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.LoginVerdict;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One connection to the [ServiceDouble].
final class MqttDouble extends SimpleChannelInboundHandler<MqttMessage> {

  private final ServiceDouble service;
  private ChannelHandlerContext context;
  private DeviceKey device;
  private int lastPacketId;

  MqttDouble(ServiceDouble service) {
    this.service = service;
  }

  void tell(List<Message.Down> messages) {
    for (Message.Down message : messages) {
      long delay = service.delay.applyAsLong(device, message);
      if (delay >= 0) {
        var _ = context.executor().schedule(() -> publish(message), delay, TimeUnit.MILLISECONDS);
      }
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext channel, MqttMessage packet) {
    context = channel;
    switch (packet.fixedHeader().messageType()) {
      case CONNECT -> connect((MqttConnectMessage) packet);
      case SUBSCRIBE -> subscribe((MqttSubscribeMessage) packet);
      case PUBLISH -> published((MqttPublishMessage) packet);
      case PINGREQ -> send(MqttMessage.PINGRESP);
      case DISCONNECT -> {
        var _ = channel.close();
      }
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext channel) {
    if (device != null && service.sessions.remove(device, this)) {
      synchronized (service) {
        service.cloud.disconnected(device, Instant.now());
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
    var _ = channel.close();
  }

  private void connect(MqttConnectMessage packet) {
    String clientId = packet.payload().clientIdentifier();
    Optional<DeviceKey> key = DeviceKey.parse(clientId);
    if (!service.foreign && !(key.isPresent() && fits(key.get(), packet))) {
      answer(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
      return;
    }
    answer(MqttConnectReturnCode.CONNECTION_ACCEPTED);
    device = key.orElseThrow();
    MqttDouble before = service.sessions.put(device, this);
    if (before != null) {
      var _ = before.context.close();
    }
    synchronized (service) {
      tell(service.cloud.connected(device, Instant.now()));
    }
  }

  private boolean fits(DeviceKey key, MqttConnectMessage packet) {
    DeviceSecret secret = service.devices.get(key);
    String password = new String(packet.payload().passwordInBytes(), StandardCharsets.UTF_8);
    Credentials credentials =
        new Credentials(key.clientId(), packet.payload().userName(), password);
    return secret != null && credentials.verify(secret, Instant.now()) == LoginVerdict.ACCEPTED;
  }

  private void answer(MqttConnectReturnCode code) {
    send(MqttMessageBuilders.connAck().returnCode(code).sessionPresent(false).build());
  }

  private void subscribe(MqttSubscribeMessage packet) {
    var ack = MqttMessageBuilders.subAck().packetId(packet.variableHeader().messageId());
    packet.payload().topicSubscriptions().forEach(_ -> ack.addGrantedQos(MqttQoS.AT_LEAST_ONCE));
    send(ack.build());
  }

  private void published(MqttPublishMessage packet) {
    if (packet.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      send(MqttMessageBuilders.pubAck().packetId(packet.variableHeader().packetId()).build());
    }
    if (service.sessions.get(device) != this) {
      // Still under way when another took its place.
      return;
    }
    Optional<Topic> topic = Topic.parse(packet.variableHeader().topicName());
    byte[] payload = ByteBufUtil.getBytes(packet.payload());
    if (topic.isPresent()
        && MessageCodec.decodeUp(topic.get(), payload)
            instanceof Decoded.Understood<Message.Up>(Message.Up message)) {
      if (message instanceof Message.EventPost post) {
        service.alarms.said(device, post);
      }
      synchronized (service) {
        tell(service.cloud.said(device, message, Instant.now()));
      }
    }
  }

  private void publish(Message.Down message) {
    lastPacketId = lastPacketId % 65_535 + 1;
    send(
        MqttMessageBuilders.publish()
            .topicName(MessageCodec.topicOf(message, device).name())
            .qos(MqttQoS.AT_LEAST_ONCE)
            .messageId(lastPacketId)
            .payload(Unpooled.wrappedBuffer(MessageCodec.encode(message)))
            .build());
  }

  private void send(MqttMessage packet) {
    var _ = context.writeAndFlush(packet);
  }
}
