package io.sockettwin.service.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// What the history counts.
@Singleton
class TelemetryMetrics {
  private static final String PREFIX = "sockettwin.history.";

  private final MeterRegistry registry;
  private final Timer copy;
  private final Timer rollUp;
  private final AtomicReference<Instant> rolledAt = new AtomicReference<>(Instant.now());

  TelemetryMetrics(MeterRegistry registry) {
    this.registry = registry;
    copy =
        Timer.builder(PREFIX + "copy.duration")
            .description("Writing the reports of a batch and product")
            .register(registry);
    rollUp =
        Timer.builder(PREFIX + "rollup.duration")
            .description("Rolling up what had arrived for a product")
            .register(registry);
    registry.gauge(
        PREFIX + "rollup.age.seconds",
        rolledAt,
        at -> Duration.between(at.get(), Instant.now()).toMillis() / 1e3);
  }

  /// @param leftOut with a value for which there was no column
  /// @param repeated whether some were there already
  void reports(int written, int leftOut, boolean repeated, long nanos) {
    counter("reports.written").increment(written);
    copy.record(nanos, TimeUnit.NANOSECONDS);
    if (leftOut > 0) {
      counter("reports.left.out").increment(leftOut);
    }
    if (repeated) {
      counter("batches.repeated").increment();
    }
  }

  void events(int written) {
    counter("events.written").increment(written);
  }

  void rolledUp(Duration taken) {
    rollUp.record(taken);
  }

  /// Everything that had arrived is rolled up.
  void upToDate(Instant at) {
    rolledAt.set(at);
  }

  void dropped(int partitions) {
    counter("partitions.dropped").increment(partitions);
  }

  /// A part of the upkeep failed and is tried again.
  void failed(String task) {
    registry.counter(PREFIX + "upkeep.failures", "task", task).increment();
  }

  private Counter counter(String name) {
    return registry.counter(PREFIX + name);
  }
}
