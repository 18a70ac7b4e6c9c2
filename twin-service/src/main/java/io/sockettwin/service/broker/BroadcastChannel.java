package io.sockettwin.service.broker;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.mqtt.SendingMqttMessageMetadata;
import io.sockettwin.service.action.BroadcastLink;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Broadcasts go out over a channel of the stock MQTT connector, on a connection of its own: so
/// thousands of equal messages never stand before an answer to a device.
///
/// One at a time, each when the broker has acknowledged the one before. The connector holds what it
/// is given while the broker is away, hence the patience here.
@Singleton
class BroadcastChannel implements BroadcastLink {
  static final String CHANNEL = "broadcasts";

  private static final Logger LOG = Logger.getLogger(BroadcastChannel.class);

  /// Broadcasts that wait for their turn.
  private static final int MAX_WAITING = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MutinyEmitter<byte[]> channel;
  private final BrokerMetrics metrics;
  private final ThreadPoolExecutor sender =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("mqtt-broadcast").daemon().factory());

  BroadcastChannel(@Channel(CHANNEL) MutinyEmitter<byte[]> channel, BrokerMetrics metrics) {
    this.channel = channel;
    this.metrics = metrics;
  }

  @Override
  public void send(List<String> topics, byte[] payload) {
    try {
      sender.execute(() -> topics.forEach(topic -> send(topic, payload)));
    } catch (RejectedExecutionException e) {
      throw Problem.of(ProblemCode.UNAVAILABLE, "Too many broadcasts wait already.").refused();
    }
  }

  private void send(String topic, byte[] payload) {
    Message<byte[]> message =
        Message.of(payload)
            .addMetadata(new SendingMqttMessageMetadata(topic, MqttQoS.AT_LEAST_ONCE, false));
    try {
      channel.sendMessage(message).await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      metrics.unsent();
      LOG.debugf("%s: broadcast not sent: %s", topic, e);
    }
  }

  void stop(@Observes @Priority(BrokerSession.BEFORE_BROKER) ShutdownEvent event) {
    sender.shutdownNow();
  }
}
