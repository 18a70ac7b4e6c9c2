package io.sockettwin.service.broker;

import io.sockettwin.mqttbroker.gate.Host;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.service.twin.SessionChange;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What the embedded broker hands over past its queues. A thread of its own passes it on, since
/// lanes may let it wait and network threads must not.
@Singleton
class ShortWay implements Host {
  private static final Logger LOG = Logger.getLogger(ShortWay.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Inbound inbound;
  private final List<String> filters;

  /// Never more than the broker's limit of what is under way.
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  private final Thread thread =
      Thread.ofPlatform().name("broker-inbound").daemon().unstarted(this::passOn);

  ShortWay(
      Inbound inbound,
      @ConfigProperty(name = "mp.messaging.incoming." + Inbound.CHANNEL + ".filters")
          List<String> filters) {
    this.inbound = inbound;
    this.filters = filters;
  }

  void start() {
    thread.start();
  }

  /// Passes on what has come, and last that no session is left. To be called when the broker has
  /// stopped and the lanes have not: so devices are not taken for connected while the service is
  /// down. When the database does not take it in time, the next start tells it.
  void finish(Instant now) throws InterruptedException {
    CountDownLatch committed = new CountDownLatch(1);
    SessionChange none = new SessionChange.AllEnded(Long.MAX_VALUE, now);
    waiting.add(() -> inbound.take(none, committed::countDown));
    if (!committed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("The end of the devices' sessions is not noted: the database does not take it");
    }
    thread.interrupt();
  }

  @Override
  public List<String> filters() {
    return filters;
  }

  @Override
  public void heard(String topic, byte[] payload, long receivedMicroseconds, Runnable committed) {
    Instant at = Instant.EPOCH.plus(receivedMicroseconds, ChronoUnit.MICROS);
    var received = new Inbound.Received(topic, payload, at);
    waiting.add(() -> inbound.take(received, committed));
  }

  @Override
  public void noticed(String topic, SessionNotice notice, Runnable committed) {
    waiting.add(() ->
        Notices.change(topic, notice)
            .ifPresentOrElse(
                change -> inbound.take(change, committed),
                () -> LOG.errorf("%s: not a session notice: %s", topic, notice)));
  }

  private void passOn() {
    try {
      while (true) {
        waiting.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
