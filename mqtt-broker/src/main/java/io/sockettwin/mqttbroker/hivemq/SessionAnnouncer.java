package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.bootstrap.ClientConnectionContext;
import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import com.hivemq.extensions.client.parameter.ConnectionAttributeStoreImpl;
import com.hivemq.extensions.events.OnServerDisconnectEvent;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.mqttbroker.gate.SessionNotice.Reason;
import io.sockettwin.mqttbroker.gate.SessionNotice.State;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Announces begin and end of one connection from its own network thread, which is also the one
/// that reads its messages: so the notices keep their place among them. (HiveMQ's life cycle
/// listeners run on other threads and would not.)
///
/// Added before CONNACK is sent.
final class SessionAnnouncer extends ChannelInboundHandlerAdapter {

  private final Session session;
  private final Notices notices;
  private final Tally tally;
  private final BooleanSupplier brokerStops;
  private boolean begun;
  private boolean keepAliveExpired;

  SessionAnnouncer(Session session, Notices notices, Tally tally, BooleanSupplier brokerStops) {
    this.session = session;
    this.notices = notices;
    this.tally = tally;
    this.brokerStops = brokerStops;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (context.channel().isActive()) {
      begun = true;
      tally.sessions.increment();
      announce(context, State.CONNECTED, Reason.NONE);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof OnServerDisconnectEvent closed) {
      keepAliveExpired = closed.getReasonCode() == DisconnectedReasonCode.KEEP_ALIVE_TIMEOUT;
      if (closed.getReasonCode() == DisconnectedReasonCode.PACKET_TOO_LARGE) {
        tally.oversizePackets.increment();
      }
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (begun) {
      begun = false;
      tally.sessions.decrement();
      announce(context, State.DISCONNECTED, reason(context));
    }
    context.fireChannelInactive();
  }

  private Reason reason(ChannelHandlerContext context) {
    return switch (ClientConnectionContext.of(context.channel()).getClientState()) {
      case DISCONNECTED_BY_CLIENT -> Reason.LEFT;
      case DISCONNECTED_TAKEN_OVER -> Reason.TAKEN_OVER;
      case DISCONNECTED_BY_SERVER ->
          keepAliveExpired ? Reason.KEEP_ALIVE_TIMEOUT : Reason.CLOSED_BY_BROKER;
      default -> brokerStops.getAsBoolean() ? Reason.CLOSED_BY_BROKER : Reason.CONNECTION_LOST;
    };
  }

  private void announce(ChannelHandlerContext context, State state, Reason reason) {
    if (session.name() == null) {
      return;
    }
    var connection = ClientConnectionContext.of(context.channel());
    notices.publish(
        SessionNotice.topic(session.name()),
        new SessionNotice(
            session.number(),
            state,
            reason,
            String.valueOf(connection.getClientId()),
            ProxyHeaderReader.address(new ConnectionAttributeStoreImpl(context.channel()))
                .or(connection::getChannelIP)
                .orElse(""),
            Instant.now()));
  }
}
