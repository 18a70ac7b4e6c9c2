package io.sockettwin.service.broker;

import io.sockettwin.mqttbroker.gate.Host;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What the embedded broker hands over past its queues. A thread of its own passes it on, since
/// lanes may let it wait and network threads must not.
@Singleton
class ShortWay implements Host {
  private static final Logger LOG = Logger.getLogger(ShortWay.class);

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

  void stop() {
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
