package io.sockettwin.service.push.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sockettwin.service.push.Hops;
import io.sockettwin.service.push.kind.Kind;
import io.sockettwin.service.push.kind.Message;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// What the outbox counts.
@Singleton
class PushMetrics {
  private static final String PREFIX = "sockettwin.push.";

  /// Where histograms begin and end.
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final MeterRegistry registry;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong dead = new AtomicLong();

  PushMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder(PREFIX + "waiting", waiting, AtomicLong::get)
        .description("Notices not yet accepted, each counted once for each recipient")
        .register(registry);
    Gauge.builder(PREFIX + "dead", dead, AtomicLong::get)
        .description("Messages that were given up")
        .register(registry);
  }

  void found(long waitingNow, long deadNow) {
    waiting.set(waitingNow);
    dead.set(deadNow);
  }

  /// What came of an attempt: accepted, later, never, gone.
  void attempted(Kind kind, String outcome) {
    registry.counter(PREFIX + "attempts", "kind", kind.text(), "outcome", outcome).increment();
  }

  void accepted(Kind kind, Message message, Instant handedOverAt, Instant acceptedAt) {
    record("handover", kind, handedOverAt, acceptedAt);
    if (message.notices().size() == 1) {
      Hops hops = message.notices().getFirst().hops();
      record("latency", kind, hops.received(), acceptedAt);
    }
  }

  private void record(String name, Kind kind, Instant from, Instant to) {
    Duration taken = Duration.between(from, to);
    Timer.builder(PREFIX + name)
        .description(
            name.equals("latency")
                ? "From the receipt of what a notice tells to its acceptance by the channel"
                : "From the beginning of an attempt to its acceptance")
        .tag("kind", kind.text())
        .publishPercentileHistogram()
        .minimumExpectedValue(SHORTEST)
        .maximumExpectedValue(LONGEST)
        .register(registry)
        .record(taken.isNegative() ? Duration.ZERO : taken);
  }

  /// Notices that were not told: too old, or too many.
  void givenUp(String reason, long notices) {
    registry.counter(PREFIX + "given.up", "reason", reason).increment((double) notices);
  }

  /// A worker was overtaken: its lease had ended.
  void overtaken() {
    registry.counter(PREFIX + "overtaken").increment();
  }

  void breakerOpened(Kind kind) {
    registry.counter(PREFIX + "breaker.opened", "kind", kind.text()).increment();
  }
}
