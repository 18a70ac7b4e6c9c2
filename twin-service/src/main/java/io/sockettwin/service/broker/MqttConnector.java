package io.sockettwin.service.broker;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.sockettwin.mqttbroker.gate.Receipt;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// A channel of what arrives at the broker, acknowledged message by message when the consumer says
/// so.
///
/// The stock connector for MQTT (4.33) acknowledges on receipt whatever the consumer says, and its
/// channel dies when its buffer overflows; both measured.
@ApplicationScoped
@Connector(MqttConnector.NAME)
class MqttConnector implements InboundConnector {
  static final String NAME = "sockettwin-mqtt";

  /// Messages taken from the client ahead of the consumer.
  private static final int AHEAD = 256;

  private static final int AFTER_SESSION = BrokerSession.BEFORE_BROKER + 10;

  private final BrokerSession session;
  private final ExecutorService consumer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("mqtt-inbound").daemon().factory());

  MqttConnector(BrokerSession session) {
    this.session = session;
  }

  /// The attribute `filters` names the topic filters, separated by commas; session notices come
  /// with them.
  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
    List<String> filters =
        Stream.concat(
                Stream.of(SessionNotice.FILTER),
                Stream.of(config.getValue("filters", String[].class)))
            .toList();
    return session.open(filters).emitOn(consumer, AHEAD).map(MqttConnector::message);
  }

  private static Message<Inbound.Received> message(Mqtt5Publish publish) {
    return Message.of(
        new Inbound.Received(
            publish.getTopic().toString(), publish.getPayloadAsBytes(), receivedAt(publish)),
        () -> acknowledge(publish),
        // Neither acknowledged nor given up: it comes again on the next connection.
        failure -> CompletableFuture.completedFuture(null));
  }

  /// What the broker says; another broker than ours does not, and a message that it delivers again
  /// then counts as a new one.
  private static Instant receivedAt(Mqtt5Publish publish) {
    return publish.getUserProperties().asList().stream()
        .filter(property -> property.getName().toString().equals(Receipt.PROPERTY))
        .findFirst()
        .flatMap(property -> Receipt.read(property.getValue().toString()))
        .orElseGet(Instant::now);
  }

  private static CompletionStage<Void> acknowledge(Mqtt5Publish publish) {
    try {
      publish.acknowledge();
    } catch (RejectedExecutionException e) {
      // The connection is gone and its thread with it; the message comes again on the next one.
    }
    return CompletableFuture.completedFuture(null);
  }

  void stop(@Observes @Priority(AFTER_SESSION) ShutdownEvent event) {
    consumer.shutdownNow();
  }
}
