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

/// Hands everything that arrives to the twins, one by one, on the thread it comes by.
@ApplicationScoped
class Inbound {
  static final String CHANNEL = "devices";

  private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);
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
    if (!received.topic().startsWith(SessionNotice.ROOT)) {
      take(received, committed);
      return DONE;
    }
    Optional<SessionChange> change = notices.read(received.topic(), received.payload());
    if (change.isPresent()) {
      take(change.get(), committed);
    } else {
      LOG.warnf("%s: not a session notice", received.topic());
      committed.run();
    }
    return DONE;
  }

  void take(Received received, Runnable committed) {
    var arrival = new Arrival(received.topic(), received.payload(), received.at(), committed);
    hand(received.topic(), () -> ingest.accept(arrival), committed);
  }

  void take(SessionChange change, Runnable committed) {
    hand("session", () -> ingest.accept(change, committed), committed);
  }

  /// A fault is our own; kept back, the message would come again and again and block the rest.
  private void hand(String topic, Runnable handing, Runnable committed) {
    try {
      handing.run();
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s: message lost", topic);
      metrics.lost();
      committed.run();
    }
  }

  /// A message as the connector passes it.
  @SuppressWarnings("ArrayRecordComponent") // not compared, and copying 64 KB would be waste
  record Received(String topic, byte[] payload, Instant at) {}
}
