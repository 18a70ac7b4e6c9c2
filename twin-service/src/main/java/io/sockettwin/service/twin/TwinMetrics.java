package io.sockettwin.service.twin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sockettwin.wire.Message;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What the twins count. No tag ever holds a text from outside.
@Singleton
class TwinMetrics {
  private static final String PREFIX = "sockettwin.";

  private final MeterRegistry registry;
  private final DistributionSummary batchSize;
  private final Timer commit;
  private final Timer latency;
  private final Map<Class<?>, Counter> received = new ConcurrentHashMap<>();

  TwinMetrics(MeterRegistry registry) {
    this.registry = registry;
    batchSize =
        DistributionSummary.builder(PREFIX + "batch.size")
            .description("Jobs in a committed batch")
            .register(registry);
    commit =
        Timer.builder(PREFIX + "batch.duration")
            .description("From the beginning of a batch to its commit")
            .register(registry);
    latency =
        Timer.builder(PREFIX + "messages.latency")
            .description("From the receipt of a message to its commit")
            .register(registry);
  }

  void waiting(Supplier<Number> jobs) {
    Gauge.builder(PREFIX + "lanes.waiting", jobs)
        .description("Jobs waiting for their lane")
        .register(registry);
  }

  void alarms(Supplier<Number> armed) {
    Gauge.builder(PREFIX + "lanes.alarms", armed)
        .description("Devices with something that expires")
        .register(registry);
  }

  void committed(int jobs, Duration taken) {
    batchSize.record(jobs);
    commit.record(taken);
  }

  /// A batch did not go through and is tried again.
  void retried(String reason) {
    registry.counter(PREFIX + "batch.retries", "reason", reason).increment();
  }

  void handled(Instant receivedAt) {
    Duration taken = Duration.between(receivedAt, Instant.now());
    latency.record(taken.isNegative() ? Duration.ZERO : taken);
  }

  /// A message was understood; a kind is the name of its type in snake case.
  void received(Message.Up message) {
    received.computeIfAbsent(message.getClass(), this::received).increment();
  }

  private Counter received(Class<?> type) {
    String kind = type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return registry.counter(PREFIX + "messages.received", "kind", kind);
  }

  /// A message was answered with a code other than 0.
  void refused(int code) {
    registry.counter(PREFIX + "messages.refused", "code", Integer.toString(code)).increment();
  }

  /// A message has no effect and no answer.
  void dropped(String reason) {
    registry.counter(PREFIX + "messages.dropped", "reason", reason).increment();
  }
}
