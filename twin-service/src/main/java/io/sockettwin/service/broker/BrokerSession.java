package io.sockettwin.service.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import io.quarkus.runtime.ShutdownEvent;
import io.reactivex.Flowable;
import io.reactivex.subjects.CompletableSubject;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The service's one MQTT 5 session with the broker, for both directions. It outlives connections:
/// what was not acknowledged when one ended comes again on the next, which is tried for ever.
///
/// Each connection has a client object of its own. The client's own reconnecting keeps the messages
/// that wait for their acknowledgement, counts them and their redelivery together against the
/// receive maximum, and closes the new connection when they exceed it.
@Singleton
class BrokerSession {
  private static final Logger LOG = Logger.getLogger(BrokerSession.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);
  private static final Duration EXPIRY = Duration.ofDays(1);
  private static final int KEEP_ALIVE_SECONDS = 30;

  /// Before the broker stops. What the consumers commit from then on was not acknowledged and comes
  /// again.
  static final int BEFORE_BROKER = BrokerHost.BEFORE_LANES - 100;

  private final BrokerHost host;
  private final ServiceLogin login;
  private final BrokerConfig config;
  private final Backoff backoff =
      new Backoff(FIRST_RETRY, LAST_RETRY, () -> ThreadLocalRandom.current().nextLong());
  private final CompletableSubject closed = CompletableSubject.create();
  private volatile @Nullable Mqtt5Client client;
  private volatile boolean told;

  BrokerSession(BrokerHost host, ServiceLogin login, BrokerConfig config) {
    this.host = host;
    this.login = login;
    this.config = config;
  }

  /// Connects, and stays connected. Messages are asked of the broker only as fast as they are
  /// taken, and acknowledged only by [Mqtt5Publish#acknowledge].
  Multi<Mqtt5Publish> open(List<String> filters) {
    Flowable<Mqtt5Publish> messages =
        Flowable.defer(() -> connection(filters))
            .repeatWhen(ends ->
                ends.concatMap(
                    end -> Flowable.timer(backoff.nextDelay().toMillis(), TimeUnit.MILLISECONDS)))
            .takeUntil(closed.toFlowable());
    return Multi.createFrom().publisher(AdaptersToFlow.publisher(messages));
  }

  /// The messages of one connection, complete when it ends or does not come about.
  private Flowable<Mqtt5Publish> connection(List<String> filters) {
    CompletableSubject ended = CompletableSubject.create();
    Mqtt5Client opened =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(login.clientId())
            .serverAddress(host.address())
            .simpleAuth()
            .username(login.username())
            .password(login.password())
            .applySimpleAuth()
            .executorConfig()
            .nettyThreads(1)
            .applyExecutorConfig()
            .addDisconnectedListener(context -> {
              tell(context);
              ended.onComplete();
            })
            .build();
    client = opened;
    return opened
        .toRx()
        .publishes(MqttGlobalPublishFilter.ALL, true)
        .takeUntil(ended.toFlowable())
        .doOnSubscribe(subscription -> connect(opened, filters));
  }

  private void connect(Mqtt5Client opened, List<String> filters) {
    CompletableFuture<Mqtt5ConnAck> accepted =
        opened
            .toAsync()
            .connectWith()
            .cleanStart(false)
            .sessionExpiryInterval(EXPIRY.toSeconds())
            .keepAlive(KEEP_ALIVE_SECONDS)
            .restrictions()
            .receiveMaximum(config.inFlightMessages())
            .applyRestrictions()
            .send();
    CompletableFuture<Mqtt5SubAck> subscribed =
        accepted.thenCompose(any -> opened.toAsync().subscribe(subscriptions(filters)));
    var _ = subscribed.whenComplete((any, failure) -> connected(opened, failure));
  }

  private void connected(Mqtt5Client opened, @Nullable Throwable failure) {
    if (failure == null) {
      LOG.infof("Connected to the MQTT broker %s", host.address());
      backoff.succeeded();
      told = false;
    } else if (opened.getState().isConnected()) {
      LOG.errorf("Subscribing failed: %s", failure.getMessage());
      leave(opened);
    }
  }

  /// Sent on every connection: harmless when the broker still knows, needed when it does not.
  private static Mqtt5Subscribe subscriptions(List<String> filters) {
    return Mqtt5Subscribe.builder()
        .addSubscriptions(
            filters.stream()
                .map(filter ->
                    Mqtt5Subscription.builder()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build()))
        .build();
  }

  /// Once for each time the connection is lost, not for each attempt.
  private void tell(MqttClientDisconnectedContext context) {
    if (!told && !closed.hasComplete()) {
      told = true;
      LOG.warnf("Not connected to the MQTT broker: %s", context.getCause().getMessage());
    }
  }

  CompletableFuture<Mqtt5PublishResult> publish(Mqtt5Publish message) {
    Mqtt5Client current = client;
    return current == null
        ? CompletableFuture.failedFuture(new IllegalStateException("not connected yet"))
        : current.toAsync().publish(message);
  }

  boolean connected() {
    Mqtt5Client current = client;
    return current != null && current.getState().isConnected();
  }

  void close(@Observes @Priority(BEFORE_BROKER) ShutdownEvent event) {
    closed.onComplete();
    leave(client);
  }

  private static void leave(@Nullable Mqtt5Client client) {
    if (client != null && client.getState().isConnected()) {
      var _ = client.toAsync().disconnect();
    }
  }
}
