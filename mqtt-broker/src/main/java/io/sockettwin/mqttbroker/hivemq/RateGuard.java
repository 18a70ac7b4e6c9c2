package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.bootstrap.ClientConnectionContext;
import com.hivemq.mqtt.message.ProtocolVersion;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.mqtt5.Mqtt5UserProperties;
import com.hivemq.mqtt.message.puback.PUBACK;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.mqtt.message.reason.Mqtt5PubAckReasonCode;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Drops what a device sends beyond its rate, and leaves the connection up: sockets do not survive
/// its loss (device protocol sections 2.8 and 14). As with topics that are not its own, only an
/// MQTT 5 client is told.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails means a closed connection
final class RateGuard extends ChannelInboundHandlerAdapter {

  private static final String REASON = "too many messages a second";

  private final DeviceBuckets devices;
  private final String clientId;
  private final Tally tally;

  RateGuard(DeviceBuckets devices, String clientId, Tally tally) {
    this.devices = devices;
    this.clientId = clientId;
    this.tally = tally;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof PUBLISH publish) || mayPass(publish)) {
      context.fireChannelRead(message);
      return;
    }
    tally.throttledMessages.increment();
    var connection = ClientConnectionContext.of(context.channel());
    if (connection.getProtocolVersion() == ProtocolVersion.MQTTv5
        && publish.getQoS() == QoS.AT_LEAST_ONCE) {
      context.writeAndFlush(
          new PUBACK(
              publish.getPacketIdentifier(),
              Mqtt5PubAckReasonCode.QUOTA_EXCEEDED,
              REASON,
              Mqtt5UserProperties.NO_USER_PROPERTIES));
    }
  }

  private boolean mayPass(PUBLISH publish) {
    DeviceBuckets.Buckets buckets = devices.of(clientId);
    TokenBucket bucket =
        publish.getQoS() == QoS.AT_MOST_ONCE ? buckets.unacknowledged() : buckets.acknowledged();
    return bucket.take(System.nanoTime());
  }
}
