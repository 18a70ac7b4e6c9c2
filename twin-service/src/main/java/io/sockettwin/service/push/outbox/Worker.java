package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.Nudge;
import io.sockettwin.service.push.PushConfig;
import io.sockettwin.service.push.channel.Channel;
import io.sockettwin.service.push.kind.Carrier;
import io.sockettwin.service.push.kind.Outcome;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// Sends one message that was claimed, and writes down what became of it.
@Singleton
class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);

  /// The longest an attempt takes, in patiences: WeChat may ask twice for a token and send twice.
  static final int MAX_REQUESTS = 4;

  private final Outbox outbox;
  private final Carrier carrier;
  private final Nudge nudge;
  private final PushMetrics metrics;
  private final PushConfig config;

  Worker(Outbox outbox, Carrier carrier, Nudge nudge, PushMetrics metrics, PushConfig config) {
    this.outbox = outbox;
    this.carrier = carrier;
    this.nudge = nudge;
    this.metrics = metrics;
    this.config = config;
  }

  /// How long a claim holds: until those before it and it itself have had their turn.
  static Duration lease(PushConfig config) {
    return config.totalPatience().multipliedBy(Desk.MAX_IN_HAND + MAX_REQUESTS);
  }

  void work(Channel channel, Desk desk, Claimed claimed) {
    try {
      desk.begin();
      try {
        attempt(channel, desk, claimed);
      } finally {
        desk.end();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warnf("channel %s: an outcome was not stored: %s", channel.id(), e.getMessage());
    } finally {
      if (desk.done()) {
        nudge.give();
      }
    }
  }

  private void attempt(Channel channel, Desk desk, Claimed claimed)
      throws SQLException, InterruptedException {
    Instant begun = now();
    Duration longest = config.totalPatience().multipliedBy(MAX_REQUESTS);
    if (begun.plus(longest).isAfter(claimed.leaseEnd())) {
      // Somebody else may take it before we are done.
      metrics.overtaken();
      return;
    }
    Outcome outcome = carry(channel, claimed, begun);
    Instant ended = now();
    note(channel, desk, claimed, outcome, begun, ended);
    Settlement settlement =
        Settlement.of(
            outcome, claimed.attempt(), config.attempts(), ended, ThreadLocalRandom.current());
    if (!outbox.settle(claimed, settlement, begun, ended)) {
      metrics.overtaken();
    }
  }

  /// A fault of ours in one message must neither stop the others nor be repeated for ever.
  private Outcome carry(Channel channel, Claimed claimed, Instant now) {
    try {
      return carrier.carry(channel.target(), claimed.message(), now);
    } catch (RuntimeException e) {
      LOG.errorf(e, "channel %s: message %s failed", channel.id(), claimed.message().id());
      return new Outcome.Never("a fault of the service: the cause is in its log");
    }
  }

  private void note(
      Channel channel, Desk desk, Claimed claimed, Outcome outcome, Instant begun, Instant ended) {
    switch (outcome) {
      case Outcome.Accepted _ -> {
        metrics.attempted(channel.kind(), "accepted");
        metrics.accepted(channel.kind(), claimed.message(), begun, ended);
        desk.succeeded();
      }
      case Outcome.Never(String reason) -> {
        metrics.attempted(channel.kind(), "never");
        LOG.warnf("channel %s: given up: %s", channel.id(), reason);
        desk.succeeded();
      }
      case Outcome.Gone _ -> {
        metrics.attempted(channel.kind(), "gone");
        desk.succeeded();
      }
      case Outcome.Later(String reason, Duration asked) -> {
        metrics.attempted(channel.kind(), "later");
        if (desk.failed(ended, asked)) {
          metrics.breakerOpened(channel.kind());
          LOG.warnf("channel %s: left alone for a while: %s", channel.id(), reason);
        }
      }
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
