package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.puback.PUBACK;
import com.hivemq.mqtt.message.publish.PUBLISH;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Hands a device's messages to the host, past HiveMQ's queues, and acknowledges them when the host
/// has committed them. A device with too many under way is not read from until some are committed.
///
/// After [TopicGuard]: what comes here is the device's own.
final class ShortWay extends ChannelInboundHandlerAdapter {
  private final HostLink link;

  // These belong to the network thread.
  private int underWay;
  private boolean held;
  private String lastTaken = "";

  ShortWay(HostLink link) {
    this.link = link;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    // HiveMQ closes the connection of a client that tries QoS 2.
    if (!(message instanceof PUBLISH publish)
        || publish.getQoS() == QoS.EXACTLY_ONCE
        || !takes(publish.getTopic())) {
      context.fireChannelRead(message);
      return;
    }
    Channel channel = context.channel();
    underWay++;
    if (!link.valve().enter()) {
      held = true;
      link.valve().hold(() -> channel.eventLoop().execute(() -> letGo(channel)));
    }
    readOnOrNot(channel);
    link.hand(publish, () -> committed(channel, publish));
  }

  /// Devices say nearly everything on one topic.
  private boolean takes(String topic) {
    if (!topic.equals(lastTaken)) {
      if (!link.takes(topic)) {
        return false;
      }
      lastTaken = topic;
    }
    return true;
  }

  /// By any thread.
  private void committed(Channel channel, PUBLISH publish) {
    link.valve().leave();
    PUBACK answer =
        publish.getQoS() == QoS.AT_LEAST_ONCE ? new PUBACK(publish.getPacketIdentifier()) : null;
    link.outboxes().put(channel, answer, () -> leave(channel));
  }

  private void leave(Channel channel) {
    underWay--;
    readOnOrNot(channel);
  }

  private void letGo(Channel channel) {
    held = false;
    readOnOrNot(channel);
  }

  private void readOnOrNot(Channel channel) {
    if (held || underWay >= Limits.UNDER_WAY_FROM_A_DEVICE) {
      channel.config().setAutoRead(false);
    } else if (underWay <= Limits.UNDER_WAY_FROM_A_DEVICE / 2) {
      channel.config().setAutoRead(true);
    }
  }
}
