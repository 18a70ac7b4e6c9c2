package io.sockettwin.service.push.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.push.Nudge;
import io.sockettwin.service.push.PushConfig;
import io.sockettwin.service.push.channel.Channel;
import io.sockettwin.service.push.channel.Channels;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Looks for what is due, when nudged and from time to time, and starts a worker for each message
/// it can claim.
@Singleton
class Dispatcher implements Runnable {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  /// Finds retries, what other replicas left, and what nobody nudged for.
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  /// When the channels' keys are there.
  private static final int AFTER_OTHERS = Interceptor.Priority.LIBRARY_AFTER;

  private final Outbox outbox;
  private final Channels channels;
  private final Worker worker;
  private final Nudge nudge;
  private final PushConfig config;
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  Dispatcher(Outbox outbox, Channels channels, Worker worker, Nudge nudge, PushConfig config) {
    this.outbox = outbox;
    this.channels = channels;
    this.worker = worker;
    this.nudge = nudge;
    this.config = config;
  }

  void start(@Observes @Priority(AFTER_OTHERS) StartupEvent event) {
    Thread.ofPlatform().name("push").daemon().start(this);
  }

  /// What is being sent may end; what is not comes again when its lease has ended.
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    nudge.give();
    Instant until = Instant.now().plus(STOP_PATIENCE);
    while (inHand() > 0 && Instant.now().isBefore(until)) {
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  int inHand() {
    return desks.values().stream().mapToInt(Desk::inHand).sum();
  }

  @Override
  public void run() {
    Duration retry = FIRST_RETRY;
    try {
      while (stopped.getCount() > 0) {
        try {
          nudge.await(POLL);
          round();
          retry = FIRST_RETRY;
        } catch (SQLException | RuntimeException e) {
          LOG.warnf("The outbox cannot be read, trying again: %s", e.getMessage());
          LOG.debug("It failed here", e);
          pause(retry);
          retry = retry.compareTo(LAST_RETRY.dividedBy(2)) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause(Duration atLeast) throws InterruptedException {
    long millis = atLeast.toMillis();
    var _ =
        stopped.await(millis + ThreadLocalRandom.current().nextLong(millis), TimeUnit.MILLISECONDS);
  }

  private void round() throws SQLException {
    List<String> due = outbox.due(Instant.now());
    for (String id : due) {
      var channel = channels.find(id);
      if (channel.isPresent() && stopped.getCount() > 0) {
        serve(channel.get());
      }
    }
  }

  private void serve(Channel channel) throws SQLException {
    Desk desk = desks.computeIfAbsent(channel.id(), _ -> new Desk(config.concurrency()));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    int room = desk.room(now);
    if (room == 0) {
      return;
    }
    List<Claimed> claimed = outbox.claim(channel, room, now, now.plus(Worker.lease(config)));
    desk.took(claimed.size(), room);
    claimed.forEach(it -> Thread.ofVirtual().start(() -> worker.work(channel, desk, it)));
  }
}
