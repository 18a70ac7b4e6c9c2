package io.sockettwin.service.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// What timers count.
@Singleton
class TimerMetrics {
  private static final String PREFIX = "sockettwin.timers.";

  private final MeterRegistry registry;
  private final Timer lateness;

  TimerMetrics(MeterRegistry registry, Near near) {
    this.registry = registry;
    lateness =
        Timer.builder(PREFIX + "lateness")
            .description("From the moment a firing is due to the commit of its control")
            .publishPercentileHistogram()
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
    Gauge.builder(PREFIX + "near", near, Near::size)
        .description("Appointments of the next moments")
        .register(registry);
  }

  void fired(Instant dueAt, Instant committedAt) {
    Duration late = Duration.between(dueAt, committedAt);
    lateness.record(late.isNegative() ? Duration.ZERO : late);
    registry.counter(PREFIX + "firings", "outcome", "fired").increment();
  }

  void skipped(int firings) {
    registry.counter(PREFIX + "firings", "outcome", "skipped").increment(firings);
  }
}
