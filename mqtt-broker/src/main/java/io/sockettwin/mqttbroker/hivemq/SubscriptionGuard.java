package io.sockettwin.mqttbroker.hivemq;

import com.google.common.collect.ImmutableList;
import com.hivemq.bootstrap.ClientConnectionContext;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.mqtt.handler.publish.DefaultPermissionsEvaluator;
import com.hivemq.mqtt.message.ProtocolVersion;
import com.hivemq.mqtt.message.reason.Mqtt5SubAckReasonCode;
import com.hivemq.mqtt.message.suback.SUBACK;
import com.hivemq.mqtt.message.subscribe.SUBSCRIBE;
import com.hivemq.mqtt.message.subscribe.Topic;
import com.hivemq.mqtt.message.unsubscribe.UNSUBSCRIBE;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.sockettwin.mqttbroker.gate.Standing;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers subscriptions that are not permitted with 0x80 and leaves the connection up: device
/// protocol section 2.9.
///
/// HiveMQ does so for MQTT 3.1.1 and 5 by itself, here they are only counted. MQTT 3.1 knows no
/// 0x80, so HiveMQ closes such a connection; clients of this protocol expect 0x80 all the same.
/// Therefore HiveMQ is shown the permitted topics alone, and its SUBACK is completed.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails means a closed connection
final class SubscriptionGuard extends ChannelDuplexHandler {

  private static final int SUBACK_HEADER = 0b1001_0000;
  private static final int PACKET_IDENTIFIER_BYTES = 2;
  private static final int LARGEST_ONE_BYTE_LENGTH = 127;
  private static final int FAILURE = 0x80;

  private final Session session;
  private final Tally tally;

  /// What this connection has subscribed to.
  private final Set<String> filters = new HashSet<>();

  /// Which topics of a SUBSCRIBE are permitted, by packet identifier, until its SUBACK.
  private final Map<Integer, List<Boolean>> permittedByPacket = new HashMap<>();

  SubscriptionGuard(Session session, Tally tally) {
    this.session = session;
    this.tally = tally;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case SUBSCRIBE subscribe -> subscribe(context, subscribe);
      case UNSUBSCRIBE unsubscribe -> {
        unsubscribe.getTopics().forEach(filters::remove);
        context.fireChannelRead(message);
      }
      default -> context.fireChannelRead(message);
    }
  }

  private void subscribe(ChannelHandlerContext context, SUBSCRIBE subscribe) {
    var connection = ClientConnectionContext.of(context.channel());
    if (isBeyondLimit(connection, subscribe)) {
      refuse(context, connection, subscribe);
    } else if (connection.getProtocolVersion() == ProtocolVersion.MQTTv3_1) {
      subscribeToPermitted(context, connection, subscribe);
    } else {
      context.fireChannelRead(subscribe);
    }
  }

  private boolean isBeyondLimit(ClientConnectionContext connection, SUBSCRIBE subscribe) {
    if (session.standing() == Standing.SERVICE) {
      return false;
    }
    subscribe.getTopics().stream()
        .filter(topic -> permitted(connection, topic))
        .forEach(topic -> filters.add(topic.getTopic()));
    ModifiableDefaultPermissions permissions = connection.getAuthPermissions();
    int granted = permissions == null ? 0 : permissions.asList().size();
    int limit = Math.max(Limits.SUBSCRIPTIONS_OF_A_DEVICE, granted);
    boolean beyond = filters.size() > limit;
    if (beyond) {
      subscribe.getTopics().forEach(topic -> filters.remove(topic.getTopic()));
    }
    return beyond;
  }

  /// All of it.
  private void refuse(
      ChannelHandlerContext context, ClientConnectionContext connection, SUBSCRIBE subscribe) {
    int topics = subscribe.getTopics().size();
    int identifier = subscribe.getPacketIdentifier();
    if (connection.getProtocolVersion() == ProtocolVersion.MQTTv3_1) {
      context.writeAndFlush(
          suback(context, identifier, Collections.nCopies(topics, false), List.of()));
    } else {
      tally.refusedSubscriptions.add(topics);
      context.writeAndFlush(
          new SUBACK(
              identifier, Collections.nCopies(topics, Mqtt5SubAckReasonCode.QUOTA_EXCEEDED)));
    }
  }

  private void subscribeToPermitted(
      ChannelHandlerContext context, ClientConnectionContext connection, SUBSCRIBE subscribe) {
    List<Boolean> permitted =
        subscribe.getTopics().stream().map(topic -> permitted(connection, topic)).toList();
    if (!permitted.contains(false)
        || permitted.size() > LARGEST_ONE_BYTE_LENGTH - PACKET_IDENTIFIER_BYTES) {
      context.fireChannelRead(subscribe);
      return;
    }
    if (!permitted.contains(true)) {
      context.writeAndFlush(suback(context, subscribe.getPacketIdentifier(), permitted, List.of()));
      return;
    }
    permittedByPacket.put(subscribe.getPacketIdentifier(), permitted);
    context.fireChannelRead(permittedPart(subscribe, permitted));
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (!(message instanceof SUBACK suback)) {
      context.write(message, promise);
      return;
    }
    List<Boolean> permitted = permittedByPacket.remove(suback.getPacketIdentifier());
    if (permitted == null) {
      suback.getReasonCodes().stream()
          .filter(code -> code.getCode() >= FAILURE)
          .forEach(code -> tally.refusedSubscriptions.increment());
      context.write(message, promise);
    } else {
      context.write(
          suback(context, suback.getPacketIdentifier(), permitted, suback.getReasonCodes()),
          promise);
    }
  }

  private static boolean permitted(ClientConnectionContext connection, Topic topic) {
    return DefaultPermissionsEvaluator.checkSubscription(connection.getAuthPermissions(), topic);
  }

  private static SUBSCRIBE permittedPart(SUBSCRIBE subscribe, List<Boolean> permitted) {
    ImmutableList.Builder<Topic> topics = ImmutableList.builder();
    for (int i = 0; i < permitted.size(); i++) {
      if (permitted.get(i)) {
        topics.add(subscribe.getTopics().get(i));
      }
    }
    return new SUBSCRIBE(topics.build(), subscribe.getPacketIdentifier());
  }

  /// Bytes, as HiveMQ's encoder refuses to write 0x80 for MQTT 3.1.
  private ByteBuf suback(
      ChannelHandlerContext context,
      int packetIdentifier,
      List<Boolean> permitted,
      List<Mqtt5SubAckReasonCode> granted) {
    Iterator<Mqtt5SubAckReasonCode> codes = granted.iterator();
    int length = PACKET_IDENTIFIER_BYTES + permitted.size();
    ByteBuf bytes = context.alloc().buffer(2 + length);
    bytes.writeByte(SUBACK_HEADER).writeByte(length).writeShort(packetIdentifier);
    for (boolean each : permitted) {
      if (each) {
        bytes.writeByte(codes.next().getCode());
      } else {
        tally.refusedSubscriptions.increment();
        bytes.writeByte(FAILURE);
      }
    }
    return bytes;
  }
}
