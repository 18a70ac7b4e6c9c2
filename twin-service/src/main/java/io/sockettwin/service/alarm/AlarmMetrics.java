package io.sockettwin.service.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What alarms count; the hops after the commit are counted by the push channels.
@Singleton
class AlarmMetrics {
  private static final String PREFIX = "sockettwin.alarms.";

  private final MeterRegistry registry;
  private final Timer decided;
  private final Timer committed;

  AlarmMetrics(MeterRegistry registry) {
    this.registry = registry;
    decided = timer("decided", "From the receipt of a message to the alarm it raises");
    committed = timer("committed", "From the receipt of a message to the commit of its alarm");
  }

  private Timer timer(String name, String description) {
    return Timer.builder(PREFIX + name)
        .description(description)
        .publishPercentileHistogram()
        .maximumExpectedValue(Duration.ofMinutes(1))
        .register(registry);
  }

  void committed(AlarmBatch batch) {
    Instant now = Instant.now();
    batch
        .raised
        .values()
        .forEach(it -> {
          decided.record(between(it.receivedAt(), it.decidedAt()));
          committed.record(between(it.receivedAt(), now));
          String severity = it.flow().draft().severity().name().toLowerCase(Locale.ROOT);
          String shadow = Boolean.toString(!it.flow().isLive());
          registry.counter(PREFIX + "raised", "severity", severity, "shadow", shadow).increment();
        });
    long cleared = batch.changes.values().stream().filter(it -> it.cleared() != null).count();
    if (cleared > 0) {
      registry.counter(PREFIX + "cleared").increment((double) cleared);
    }
  }

  /// Clocks of broker and service may differ a little.
  private static Duration between(Instant from, Instant to) {
    Duration taken = Duration.between(from, to);
    return taken.isNegative() ? Duration.ZERO : taken;
  }

  void escalated() {
    registry.counter(PREFIX + "escalated").increment();
  }

  /// Somebody who follows alarms was too slow and missed one.
  void missed() {
    registry.counter(PREFIX + "live.missed").increment();
  }
}
