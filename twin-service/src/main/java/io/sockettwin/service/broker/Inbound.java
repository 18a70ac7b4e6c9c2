package io.sockettwin.service.broker;

import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import io.sockettwin.service.twin.SessionChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Hands everything that arrives to the twins, one by one, on the channel's thread.
@ApplicationScoped
class Inbound {
  static final String CHANNEL = "devices";

  private static final Logger LOG = Logger.getLogger(Inbound.class);

  private final Ingest ingest;
  private final BrokerMetrics metrics;
  private final Notices notices;

  Inbound(Ingest ingest, BrokerMetrics metrics, Notices notices) {
    this.ingest = ingest;
    this.metrics = metrics;
    this.notices = notices;
  }

  @Incoming(CHANNEL)
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  CompletionStage<Void> take(Message<Received> message) {
    Received received = message.getPayload();
    Runnable committed =
        () -> {
          var _ = message.ack();
        };
    try {
      hand(received, committed);
    } catch (RuntimeException e) {
      // Our own fault; kept back, the message would come again and again and block the rest.
      LOG.errorf(e, "%s: message lost", received.topic());
      metrics.lost();
      committed.run();
    }
    return CompletableFuture.completedFuture(null);
  }

  private void hand(Received received, Runnable committed) {
    if (!received.topic().startsWith(SessionNotice.ROOT)) {
      ingest.accept(new Arrival(received.topic(), received.payload(), received.at(), committed));
      return;
    }
    Optional<SessionChange> change = notices.read(received.topic(), received.payload());
    if (change.isPresent()) {
      ingest.accept(change.get(), committed);
    } else {
      LOG.warnf("%s: not a session notice", received.topic());
      committed.run();
    }
  }

  /// A message as the connector passes it.
  @SuppressWarnings("ArrayRecordComponent") // not compared, and copying 64 KB would be waste
  record Received(String topic, byte[] payload, Instant at) {}
}
