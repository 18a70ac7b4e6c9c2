package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.bootstrap.ClientConnectionContext;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.mqtt.handler.publish.DefaultPermissionsEvaluator;
import com.hivemq.mqtt.message.ProtocolVersion;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.mqtt5.Mqtt5UserProperties;
import com.hivemq.mqtt.message.mqtt5.MqttUserProperty;
import com.hivemq.mqtt.message.puback.PUBACK;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.mqtt.message.publish.PUBLISHFactory;
import com.hivemq.mqtt.message.pubrec.PUBREC;
import com.hivemq.mqtt.message.reason.Mqtt5PubAckReasonCode;
import com.hivemq.mqtt.message.reason.Mqtt5PubRecReasonCode;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.sockettwin.mqttbroker.gate.Receipt;
import io.sockettwin.mqttbroker.gate.Standing;

/// Drops messages to topics that are not the sender's, and leaves the connection up: device
/// protocol section 2.9. HiveMQ itself would close the connection, and its interceptors cannot
/// withhold the PUBACK.
///
/// An MQTT 5 client is told by the reason code of its PUBACK; older ones get no answer to QoS 1, as
/// the protocol has no other way to say no.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails means a closed connection
final class TopicGuard extends ChannelInboundHandlerAdapter {

  private static final String REASON = "not a topic of this client";

  private final Session session;
  private final RisingMicroseconds receipts;
  private final PermissionChange permissionChange;
  private final Tally tally;

  TopicGuard(
      Session session,
      RisingMicroseconds receipts,
      PermissionChange permissionChange,
      Tally tally) {
    this.session = session;
    this.receipts = receipts;
    this.permissionChange = permissionChange;
    this.tally = tally;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof PUBLISH received)) {
      context.fireChannelRead(message);
      return;
    }
    PUBLISH publish =
        switch (session.standing()) {
          case DEVICE -> fromDevice(received);
          case SERVICE -> received;
        };
    var connection = ClientConnectionContext.of(context.channel());
    ModifiableDefaultPermissions permissions = connection.getAuthPermissions();
    if (DefaultPermissionsEvaluator.checkPublish(permissions, publish)) {
      if (session.standing() == Standing.DEVICE || !permissionChange.take(publish)) {
        context.fireChannelRead(publish);
      }
    } else {
      tally.refusedPublishes.increment();
      if (connection.getProtocolVersion() == ProtocolVersion.MQTTv5) {
        tell(context, publish);
      }
    }
  }

  /// The retain bit is ignored (section 2.8). And whatever the device asked for, the message goes
  /// on with QoS 1: so it waits in the queue with all others, in order, when the service is slow or
  /// away. The device gets no PUBACK for QoS 0 by that.
  private PUBLISH fromDevice(PUBLISH publish) {
    var receipt = MqttUserProperty.of(Receipt.PROPERTY, Receipt.write(receipts.next()));
    var builder =
        new PUBLISHFactory.Mqtt5Builder()
            .fromPublish(publish)
            .withRetain(false)
            .withUserProperties(Mqtt5UserProperties.of(receipt));
    return publish.getQoS() == QoS.AT_MOST_ONCE
        ? builder.withOnwardQos(QoS.AT_LEAST_ONCE).build()
        : builder.build();
  }

  private static void tell(ChannelHandlerContext context, PUBLISH publish) {
    int identifier = publish.getPacketIdentifier();
    switch (publish.getQoS()) {
      case AT_MOST_ONCE -> {}
      case AT_LEAST_ONCE ->
          context.writeAndFlush(
              new PUBACK(
                  identifier,
                  Mqtt5PubAckReasonCode.NOT_AUTHORIZED,
                  REASON,
                  Mqtt5UserProperties.NO_USER_PROPERTIES));
      case EXACTLY_ONCE ->
          context.writeAndFlush(
              new PUBREC(
                  identifier,
                  Mqtt5PubRecReasonCode.NOT_AUTHORIZED,
                  REASON,
                  Mqtt5UserProperties.NO_USER_PROPERTIES));
    }
  }
}
