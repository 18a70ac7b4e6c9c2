package io.sockettwin.service.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Leads what somebody wants to see from the busy threads to one of its own, which looks into it,
/// shows it and keeps it. What nobody wants costs one look into a map.
@Singleton
class Traces {
  private static final Logger LOG = Logger.getLogger(Traces.class);

  /// Messages of 200 bytes typically, 64 KB at most. More are left out and counted: looking at
  /// devices must not slow them down.
  static final int MAX_WAITING = 2_000;

  private static final long IDLE_MILLISECONDS = 200;

  private final Audience audience;
  private final MessageLog log;
  private final Tracer tracer;
  private final Counter missed;
  private final BlockingQueue<Overheard> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private @Nullable Thread thread;

  Traces(Audience audience, MessageLog log, Tracer tracer, MeterRegistry metrics) {
    this.audience = audience;
    this.log = log;
    this.tracer = tracer;
    missed =
        Counter.builder("sockettwin.trace.missed")
            .description("Messages that went by too fast to be shown or kept")
            .register(metrics);
  }

  /// Whether nobody looks at any device.
  boolean isIdle() {
    return audience.isEmpty() && log.isOff();
  }

  void note(Overheard overheard) {
    DeviceKey device = overheard.device();
    if ((audience.isWatching(device) || log.keeps(device)) && !waiting.offer(overheard)) {
      missed.increment();
    }
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("trace").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Overheard next = waiting.poll(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
        carryOn(next);
      }
    } catch (InterruptedException e) {
      // The service stops.
      Thread.currentThread().interrupt();
    }
  }

  /// A message that cannot be looked into must not end the looking.
  private void carryOn(@Nullable Overheard overheard) {
    try {
      if (overheard != null) {
        Traced traced = traced(overheard);
        audience.show(overheard.device(), traced);
        log.add(overheard.device(), traced);
      }
      log.flushIfDue();
    } catch (RuntimeException e) {
      missed.increment();
      LOG.warnf("A message was not traced: %s", e.getMessage());
    }
  }

  private Traced traced(Overheard overheard) {
    return switch (overheard) {
      case Overheard.Up(var topic, var payload, var at) -> tracer.up(topic, payload, at);
      case Overheard.Down(var topic, var payload, var at) -> tracer.down(topic, payload, at);
      case Overheard.Came(var change) -> Tracer.session(change);
      case Overheard.Went(var change) -> Tracer.session(change);
    };
  }
}
