package io.sockettwin.service.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The service's one MQTT 5 session with the broker, for both directions. It outlives connections:
/// what was not acknowledged when one ended comes again on the next, which is tried for ever.
@Singleton
class BrokerSession {
  private static final Logger LOG = Logger.getLogger(BrokerSession.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);
  private static final Duration EXPIRY = Duration.ofDays(1);
  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final long DISCONNECT_SECONDS = 2;

  /// After the consumers have stopped, before the broker does.
  private static final int LATE = Interceptor.Priority.LIBRARY_AFTER - 100;

  private final BrokerHost host;
  private final ServiceLogin login;
  private final BrokerConfig config;
  private volatile @Nullable Mqtt5Client client;

  BrokerSession(BrokerHost host, ServiceLogin login, BrokerConfig config) {
    this.host = host;
    this.login = login;
    this.config = config;
  }

  /// Connects, and stays connected. Messages are asked of the broker only as fast as they are
  /// taken, and acknowledged only by [Mqtt5Publish#acknowledge].
  Multi<Mqtt5Publish> open(List<String> filters) {
    Mqtt5Client opened = build(filters);
    client = opened;
    // A session that the broker has lost ends the stream of its messages; the next one starts.
    Multi<Mqtt5Publish> messages =
        Multi.createFrom()
            .publisher(
                AdaptersToFlow.publisher(
                    opened.toRx().publishes(MqttGlobalPublishFilter.ALL, true)))
            .onFailure()
            .invoke(failure -> LOG.infof("MQTT session begins anew: %s", failure.getMessage()))
            .onFailure()
            .retry()
            .indefinitely();
    return messages.onSubscription().invoke(subscription -> connect(opened));
  }

  private Mqtt5Client build(List<String> filters) {
    return MqttClient.builder()
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
        .automaticReconnect()
        .initialDelay(FIRST_RETRY.toMillis(), TimeUnit.MILLISECONDS)
        .maxDelay(LAST_RETRY.toMillis(), TimeUnit.MILLISECONDS)
        .applyAutomaticReconnect()
        .addConnectedListener(context -> subscribe(filters))
        .addDisconnectedListener(BrokerSession::tell)
        .build();
  }

  private void connect(Mqtt5Client opened) {
    var _ =
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
  }

  /// On every connection: harmless when the broker still knows, needed when it does not.
  private void subscribe(List<String> filters) {
    Mqtt5Client current = client;
    if (current == null) {
      return;
    }
    var _ =
        current
            .toAsync()
            .subscribe(
                Mqtt5Subscribe.builder()
                    .addSubscriptions(filters.stream().map(BrokerSession::subscription))
                    .build())
            .whenComplete((done, failure) -> {
              if (failure == null) {
                LOG.infof("Connected to the MQTT broker %s", host.address());
              } else {
                LOG.errorf("Subscribing failed: %s", failure.getMessage());
              }
            });
  }

  private static Mqtt5Subscription subscription(String filter) {
    return Mqtt5Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build();
  }

  /// Once for each time the connection is lost, not for each attempt.
  private static void tell(MqttClientDisconnectedContext context) {
    if (context.getReconnector().getAttempts() == 0) {
      LOG.warnf("Not connected to the MQTT broker: %s", context.getCause().getMessage());
    }
  }

  CompletableFuture<Mqtt5PublishResult> publish(Mqtt5Publish message) {
    Mqtt5Client current = client;
    return current == null
        ? CompletableFuture.failedFuture(new IllegalStateException("not open"))
        : current.toAsync().publish(message);
  }

  boolean connected() {
    Mqtt5Client current = client;
    return current != null && current.getState().isConnected();
  }

  void close(@Observes @Priority(LATE) ShutdownEvent event) throws InterruptedException {
    Mqtt5Client current = client;
    if (current == null || !current.getState().isConnected()) {
      return;
    }
    try {
      current.toAsync().disconnect().get(DISCONNECT_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      LOG.debugf("Disconnecting failed: %s", e.getMessage());
    }
  }
}
