package io.sockettwin.service.tls;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// What the TLS side counts.
@Singleton
class TlsMetrics {
  private static final String PREFIX = "sockettwin.tls.";

  private final MeterRegistry registry;
  private final Counter admitted;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

  TlsMetrics(MeterRegistry registry) {
    this.registry = registry;
    admitted =
        Counter.builder(PREFIX + "admitted")
            .description("Connections handed on to the broker")
            .register(registry);
    for (Refusal reason : Refusal.values()) {
      refused.put(
          reason,
          Counter.builder(PREFIX + "refused")
              .description("Connections that did not get as far as the broker")
              .tag("reason", reason.id())
              .register(registry));
    }
  }

  void watch(AtomicInteger connections, AtomicInteger waiting) {
    Gauge.builder(PREFIX + "connections", connections, AtomicInteger::get)
        .description("Connections, with those that wait")
        .register(registry);
    Gauge.builder(PREFIX + "waiting", waiting, AtomicInteger::get)
        .description("Connections not yet handed on to the broker")
        .register(registry);
  }

  void admitted() {
    admitted.increment();
  }

  void refused(Refusal reason) {
    counter(reason).increment();
  }

  double count(Refusal reason) {
    return counter(reason).count();
  }

  private Counter counter(Refusal reason) {
    return Objects.requireNonNull(refused.get(reason), "every reason has a counter");
  }
}
