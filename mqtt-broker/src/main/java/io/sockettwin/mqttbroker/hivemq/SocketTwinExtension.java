package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.bootstrap.ClientConnection;
import com.hivemq.bootstrap.netty.ChannelHandlerNames;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.client.parameter.InitializerInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extensions.client.parameter.ConnectionAttributeStoreImpl;
import com.hivemq.persistence.connection.ConnectionPersistence;
import io.netty.channel.Channel;
import io.sockettwin.mqttbroker.gate.DeviceRates;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.mqttbroker.gate.SessionNotice.Reason;
import io.sockettwin.mqttbroker.gate.SessionNotice.State;
import io.sockettwin.mqttbroker.gate.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Our part in HiveMQ: asks the gate, and puts our handlers into each admitted connection.
final class SocketTwinExtension implements ExtensionMain {

  private final Gate gate;
  private final Executor gateExecutor;
  private final ConnectionPersistence connections;
  private final DeviceBuckets buckets;
  private final PermissionChange permissionChange;
  private final Tally tally;
  private final @Nullable HostLink link;
  private final RisingMicroseconds sessionNumbers =
      new RisingMicroseconds(System::currentTimeMillis);
  private final RisingMicroseconds receipts = new RisingMicroseconds(System::currentTimeMillis);
  private volatile boolean stopping;

  SocketTwinExtension(
      Gate gate,
      Executor gateExecutor,
      ConnectionPersistence connections,
      DeviceRates rates,
      Tally tally,
      @Nullable HostLink link) {
    this.gate = gate;
    this.gateExecutor = gateExecutor;
    this.connections = connections;
    this.buckets = new DeviceBuckets(rates);
    this.permissionChange = new PermissionChange(gate, connections);
    this.tally = tally;
    this.link = link;
  }

  @Override
  public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
    Notices notices = new Notices(Services.publishService(), link);
    notices.publish(
        SessionNotice.ROOT,
        new SessionNotice(
            sessionNumbers.next(), State.BROKER_STARTED, Reason.NONE, "", "", Instant.now()));
    var authenticator = new GateAuthenticator(gate, gateExecutor, sessionNumbers, tally);
    Services.securityRegistry().setAuthenticatorProvider(any -> authenticator);
    Services.initializerRegistry()
        .setClientInitializer((connection, context) -> guard(connection, notices));
  }

  @Override
  public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
    stopping = true;
  }

  /// From here on the end of a connection is the broker's doing.
  void stopping() {
    stopping = true;
  }

  /// Runs after the login, before CONNACK is sent.
  private void guard(InitializerInput input, Notices notices) {
    Optional<Session> session =
        Session.attachedTo(input.getConnectionInformation().getConnectionAttributeStore());
    Channel channel = channel(input.getClientInformation().getClientId());
    // A later connection of the same client may have taken the place meanwhile: it has its own
    // turn.
    if (session.isEmpty()
        || channel == null
        || !session.equals(Session.attachedTo(new ConnectionAttributeStoreImpl(channel)))) {
      return;
    }
    String next = ChannelHandlerNames.INTERCEPTOR_HANDLER;
    channel
        .pipeline()
        .addBefore(
            next,
            "sockettwin_session_announcer",
            new SessionAnnouncer(session.get(), notices, tally, () -> stopping))
        .addBefore(
            next,
            "sockettwin_topic_guard",
            new TopicGuard(session.get(), receipts, permissionChange, tally))
        .addBefore(
            next, "sockettwin_subscription_guard", new SubscriptionGuard(session.get(), tally));
    if (session.get().standing() == Standing.DEVICE) {
      channel
          .pipeline()
          .addBefore(
              "sockettwin_topic_guard",
              "sockettwin_rate_guard",
              new RateGuard(buckets, input.getClientInformation().getClientId(), tally));
      if (link != null) {
        channel.pipeline().addBefore(next, "sockettwin_short_way", new ShortWay(link));
      }
    }
  }

  private @Nullable Channel channel(String clientId) {
    ClientConnection connection = connections.get(clientId);
    return connection == null ? null : connection.getChannel();
  }
}
